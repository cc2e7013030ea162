import { type FileNote, fileNote } from '../contracts/file-notes.ts';
import type { Reject } from '../contracts/import.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { rowIssue } from '../contracts/row-issues.ts';
import type { Register } from '../datasets/dataset.ts';
import { EXAMPLE_PROVINCE } from '../datasets/template.ts';
import type { Queryable } from '../db/database.ts';
import { compareRecords, keyOf, type Records, type RegisterId, type StepRecord } from '../domain/records/record.ts';
import { codesLedOtherwise, yearsOfSteps } from '../domain/records/steps.ts';
import { queryCodesUnknownTo } from '../queries/codes-unknown-to.ts';
import { queryCurrentRecords } from '../queries/current-records.ts';
import { insertRecords } from '../queries/insert-records.ts';
import { realEditions } from '../queries/real-editions.ts';
import { queryUploadsLedOn } from '../queries/uploads-led-on.ts';
import { type RowsReading, toReason } from './dataset-rows.ts';
import { toStatedRecords } from './stated-records.ts';
import type { Taking } from './taking.ts';

type Asked = { register: Register<RegisterId>; reading: RowsReading<Records[RegisterId]> };

/** Takes the steps of a crosswalk: between the years it speaks of, nothing that was stated before holds on. */
export async function takeSteps(tx: Queryable, { register, reading }: Asked): Promise<Taking> {
  const rejected: Reject[] = [];
  const first = new Map<string, string>();
  const steps: StepRecord[] = [];
  for (const { where, said } of reading.rows) {
    if (!('toPcode' in said)) continue;
    const key = keyOf('crosswalk', said);
    const code = said.fromPcode ?? said.toPcode ?? '';
    const known = first.get(key);
    const isExample = [said.fromPcode, said.toPcode].some((pcode) => pcode?.startsWith(EXAMPLE_PROVINCE) === true);
    const issue = isExample ? rowIssue('example-place') : known === undefined ? undefined : rowIssue('twice', { first: known });
    if (issue !== undefined) rejected.push({ where, code, name: null, ...toReason([issue]) });
    else {
      first.set(key, where);
      steps.push(said);
    }
  }
  const years = yearsOfSteps(steps);
  const known = await queryCurrentRecords(tx, 'crosswalk');
  const before = known.filter(({ record }) => yearsOfSteps([record]).every((pair) => years.includes(pair)));
  const after = steps.map((record) => ({ record, pcode: record.toPcode ?? record.fromPcode ?? '' }));
  const compared = compareRecords(await toStatedRecords(tx, register, before), await toStatedRecords(tx, register, after));
  return {
    edition: '',
    taken: steps.length,
    rejected,
    found: [],
    places: new Set(after.map(({ pcode }) => pcode)).size,
    periods: [...new Set(steps.flatMap(({ fromYear, toYear }) => [String(fromYear), String(toYear)]))].toSorted(),
    notes: [
      ...reading.notes,
      ...(await strays(tx, steps)),
      ...(await ledOnBefore(
        tx,
        codesLedOtherwise(
          before.map(({ record }) => record),
          steps,
        ),
      )),
    ],
    // A step that is no longer stated leaves no place without its number.
    compared: { ...compared, preview: { ...compared.preview, warnings: [] } },
    count: steps.length,
    written: Array.from(first, ([about, where]) => ({ about, writtenIn: [where] })),
    insert: (into, upload) => insertRecords(into, 'crosswalk', { owner: { upload, edition: '' }, records: steps }),
  };
}

/** Years that no edition is of yet, and codes that the edition of their year lacks. */
async function strays(tx: Queryable, steps: readonly StepRecord[]): Promise<FileNote[]> {
  const editions = await realEditions(tx);
  const codes = new Map<number, Pcode[]>();
  const add = (year: number, pcode: Pcode | null) => codes.set(year, [...(codes.get(year) ?? []), ...(pcode === null ? [] : [pcode])]);
  for (const { fromYear, fromPcode, toYear, toPcode } of steps) {
    add(fromYear, fromPcode);
    add(toYear, toPcode);
  }
  const notes: FileNote[] = [];
  for (const [year, ofYear] of [...codes].toSorted(([a], [b]) => a - b)) {
    const edition = editions.find((candidate) => candidate.year === year);
    const unknown = edition === undefined ? [] : await queryCodesUnknownTo(tx, edition.id, ofYear);
    if (edition === undefined) notes.push(fileNote('no-edition-of-year', { year: String(year) }));
    else if (unknown.length > 0) notes.push(fileNote('stray-codes', { edition: edition.id, codes: unknown.join(', ') }));
  }
  return notes;
}

async function ledOnBefore(tx: Queryable, codes: readonly Pcode[]): Promise<FileNote[]> {
  const uploads = codes.length === 0 ? [] : await queryUploadsLedOn(tx, { after: 0, codes });
  return uploads.length === 0 ? [] : [fileNote('led-on-before', { uploads: uploads.join(', ') })];
}
