import type { Reject } from '../contracts/import.ts';
import { type RowIssue, rowIssue } from '../contracts/row-issues.ts';
import type { Register, Stated } from '../datasets/dataset.ts';
import { listedOrganisations } from '../datasets/organisations.ts';
import type { Queryable } from '../db/database.ts';
import { compareRecords, keyOf, type Records, type RegisterId } from '../domain/records/record.ts';
import { type Placed, placesOfNetworks, queryCurrentRecords } from '../queries/current-records.ts';
import { insertOrganisations } from '../queries/insert-organisations.ts';
import { insertRecords } from '../queries/insert-records.ts';
import type { RealEdition } from '../queries/real-editions.ts';
import { type FoundPlace, findPlaces, receivingEdition } from './dataset-places.ts';
import { type ReadRow, type RowsReading, readRows, toReason, type Ways } from './dataset-rows.ts';
import { whyUnknown } from './dataset-statements.ts';
import type { SourceFile } from './read-table.ts';
import { toStatedRecords } from './stated-records.ts';
import { takeCorrections } from './take-corrections.ts';
import { takeSteps } from './take-steps.ts';
import type { Taking } from './taking.ts';

type AnyRecord = Records[RegisterId];
type Row = ReadRow<AnyRecord>;
type Task = { register: Register<RegisterId>; stated: Stated };

/** Reads a register's rows, and says how they are taken. */
export async function readRegister(files: readonly SourceFile[], { register, stated }: Task, ways: Ways) {
  const reading = await readRows(files, { dataset: register, stated }, ways);
  const take = register.id === 'places' ? takeCorrections : register.id === 'crosswalk' ? takeSteps : takeRecords;
  return { reading, take: (tx: Queryable) => take(tx, { register, reading }) };
}

/** A row whose record can be stored: with the code its place has now, in the edition that knows it. */
type TakenRow = Placed<AnyRecord> & { code: string | null; edition: string };

async function takeRecords(
  tx: Queryable,
  { register, reading }: { register: Register<RegisterId>; reading: RowsReading<AnyRecord> },
): Promise<Taking> {
  const edition = await receivingEdition(tx);
  const codes = [...new Set(reading.rows.flatMap(({ commune }) => commune ?? []))];
  const places = await findPlaces(tx, edition, codes);
  const networks = await placesOfNetworks(tx);
  const before = await queryCurrentRecords(tx, register.id);
  const first = new Map<string, string>();
  const rejected: Reject[] = [];
  const taken: TakenRow[] = [];
  for (const row of reading.rows) {
    const key = keyOf(register.id, row.said);
    const known = first.get(key);
    const placed = known === undefined ? place(row, { register, edition, places, networks }) : rowIssue('twice', { first: known });
    if ('issue' in placed) rejected.push({ where: row.where, code: row.village ?? row.commune, name: row.name, ...toReason([placed]) });
    else {
      first.set(key, row.where);
      taken.push(placed);
    }
  }
  const after = await toStatedRecords(tx, register, taken);
  const spokenOf = await toStatedRecords(
    tx,
    register,
    before.filter(({ record }) => first.has(keyOf(register.id, record))),
  );
  const used = [...new Set(taken.flatMap(({ code }) => code ?? []))].toSorted();
  return {
    edition: edition.id,
    taken: taken.length,
    rejected,
    found: used.flatMap((code) => {
      const found = places.get(code);
      return found === undefined ? [] : [{ code, place: found }];
    }),
    places: new Set(taken.map(({ pcode }) => pcode)).size,
    periods: [...new Set(taken.flatMap(({ record }) => ('period' in record ? record.period.slice(0, 4) : [])))].toSorted(),
    notes: reading.notes,
    compared: compareRecords(spokenOf, after),
    count: taken.length,
    written: Array.from(first, ([about, where]) => ({ about, writtenIn: [where] })),
    insert: async (into, upload) => {
      const named = new Set(taken.map(({ record }) => register.organisationOf?.(record)));
      await insertOrganisations(into, listedOrganisations(named));
      for (const of of new Set(taken.map((row) => row.edition))) {
        const records = taken.filter((row) => row.edition === of).map(({ record }) => record);
        await insertRecords(into, register.id, { owner: { upload, edition: of }, records });
      }
    },
  };
}

type Known = {
  register: Register<RegisterId>;
  edition: RealEdition;
  places: ReadonlyMap<string, FoundPlace>;
  networks: ReadonlyMap<string, string>;
};

/** Gives the record of a row the place it has now, or says why it has none. */
function place({ said, commune }: Row, { register, edition, places, networks }: Known): TakenRow | RowIssue {
  const network = register.networkOf?.(said);
  if (network !== undefined) {
    const pcode = networks.get(network);
    return pcode === undefined ? rowIssue('unknown-network') : { record: said, pcode, code: null, edition: edition.id };
  }
  const found = commune === null ? undefined : places.get(commune);
  if (commune === null || found === undefined) return whyUnknown(commune ?? '');
  const { placeField } = register;
  const record = placeField === undefined ? said : { ...said, [placeField]: found.pcode };
  return { record, pcode: found.pcode, code: commune, edition: found.edition };
}
