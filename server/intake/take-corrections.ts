import type { Reject } from '../contracts/import.ts';
import { type RowIssue, rowIssue } from '../contracts/row-issues.ts';
import type { Register } from '../datasets/dataset.ts';
import type { Queryable } from '../db/database.ts';
import { compareRecords, type PlaceRecord, type Records, type RegisterId } from '../domain/records/record.ts';
import { queryCurrentRecords } from '../queries/current-records.ts';
import { insertRecords } from '../queries/insert-records.ts';
import { queryPointsOutside } from '../queries/points-outside.ts';
import { querySourceNames } from '../queries/source-names.ts';
import { receivingEdition } from './dataset-places.ts';
import { type RowsReading, toReason } from './dataset-rows.ts';
import { whyUnknown } from './dataset-statements.ts';
import { toStatedRecords } from './stated-records.ts';
import type { Taking } from './taking.ts';

type Asked = { register: Register<RegisterId>; reading: RowsReading<Records[RegisterId]> };

/** Takes corrections of places, villages too: each where its own code is known, in the newest edition first; none is led on. */
export async function takeCorrections(tx: Queryable, { register, reading }: Asked): Promise<Taking> {
  const edition = await receivingEdition(tx);
  const rows = reading.rows.flatMap(({ where, said }) => ('otherNames' in said ? [{ where, said }] : []));
  const codes = [...new Set(rows.map(({ said }) => said.pcode))];
  const holders = new Map((await querySourceNames(tx, codes)).map((place) => [place.pcode, place.edition]));
  const points = rows.flatMap(({ where, said: { pcode, lng, lat } }) => {
    const holder = holders.get(pcode);
    return holder === undefined || lng === null || lat === null ? [] : [{ where, edition: holder, pcode, lng, lat }];
  });
  const outside = new Map((await queryPointsOutside(tx, points)).map(({ index, area }) => [points[index]?.where, area]));
  const first = new Map<string, string>();
  const rejected: Reject[] = [];
  const taken: { record: PlaceRecord; pcode: string; edition: string }[] = [];
  for (const { where, said } of rows) {
    const { pcode } = said;
    const holder = holders.get(pcode);
    const issue = whyNot({ pcode, holder, first: first.get(pcode), outside: outside.get(where) });
    if (issue !== undefined) rejected.push({ where, code: pcode, name: null, ...toReason([issue]) });
    else if (holder !== undefined) {
      first.set(pcode, where);
      taken.push({ record: said, pcode, edition: holder });
    }
  }
  const before = (await queryCurrentRecords(tx, 'places')).filter(({ pcode }) => first.has(pcode));
  const editions = [...new Set(taken.map((row) => row.edition))];
  return {
    edition: edition.id,
    taken: taken.length,
    rejected,
    found: taken.map(({ pcode, edition: holder }) => ({
      code: pcode,
      place: { edition: holder, pcode, by: holder === edition.id ? 'code' : 'older-edition' },
    })),
    places: taken.length,
    periods: [],
    notes: reading.notes,
    compared: compareRecords(await toStatedRecords(tx, register, before), await toStatedRecords(tx, register, taken)),
    count: taken.length,
    written: Array.from(first, ([about, where]) => ({ about, writtenIn: [where] })),
    insert: async (into, upload) => {
      for (const of of editions) {
        const records = taken.filter((row) => row.edition === of).map(({ record }) => record);
        await insertRecords(into, 'places', { owner: { upload, edition: of }, records });
      }
    },
  };
}

type Found = { pcode: string; holder: string | undefined; first: string | undefined; outside: string | undefined };

function whyNot({ pcode, holder, first, outside }: Found): RowIssue | undefined {
  if (holder === undefined) return whyUnknown(pcode);
  if (first !== undefined) return rowIssue('twice', { first });
  return outside === undefined ? undefined : rowIssue('point-outside', { code: outside });
}
