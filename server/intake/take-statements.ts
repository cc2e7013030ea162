import { fileNote } from '../contracts/file-notes.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { StatementDataset } from '../datasets/dataset.ts';
import type { Queryable } from '../db/database.ts';
import { compareNumbers, numberLine } from '../domain/statements/changes.ts';
import type { Statement } from '../domain/statements/statement.ts';
import { insertStatements } from '../queries/insert-statements.ts';
import type { UploadRow } from '../queries/insert-upload-rows.ts';
import { queryStatedNumbers } from '../queries/stated-numbers.ts';
import { withoutAbsurdCounts } from './absurd-counts.ts';
import { type FoundPlace, findPlaces, receivingEdition, strayVillages } from './dataset-places.ts';
import type { RowsReading } from './dataset-rows.ts';
import { gatherStatements, type StatementRow } from './dataset-statements.ts';
import { divideCommunes } from './divided-communes.ts';
import type { Taking } from './taking.ts';
import { numbersWent } from './where-numbers-went.ts';

type Read = { dataset: StatementDataset; subject: string; reading: RowsReading<Statement> };

/** Takes rows that are statements: one a commune and year, villages and merged communes summed. */
export async function takeStatements(tx: Queryable, { dataset, subject, reading }: Read): Promise<Taking> {
  const edition = await receivingEdition(tx);
  const rows = reading.rows.filter(isOfCommune);
  if (rows.length < reading.rows.length) throw new Error('a statement speaks of no commune');
  const places = await findPlaces(tx, edition, [...new Set(rows.map(({ commune }) => commune))]);
  const sound = await withoutAbsurdCounts(tx, gatherStatements(rows, places, dataset), { dataset, edition, places });
  const gathered = divideCommunes(sound, { dataset, places });
  const { statements, taken } = gathered;
  const stray = await strayVillages(
    tx,
    edition,
    taken.flatMap(({ village }) => (village === null ? [] : [village])),
  );
  const notes = [
    ...numbersWent({ rows, taken, places }),
    ...reading.notes,
    ...gathered.notes,
    ...(stray.length === 0 ? [] : [fileNote('stray-villages', { codes: stray.join(', ') })]),
  ];
  const codes = [...new Set(taken.map(({ commune }) => commune))].toSorted();
  const after = statements.map(({ edition: of, pcode, period, observations }) => ({
    edition: of,
    pcode,
    period,
    numbers: observations.map(numberLine),
  }));
  return {
    edition: edition.id,
    taken: taken.length,
    rejected: gathered.rejected,
    found: codes.flatMap((code) => {
      const place = places.get(code);
      return place === undefined ? [] : [{ code, place }];
    }),
    places: new Set(statements.map((statement) => `${statement.edition} ${statement.pcode}`)).size,
    periods: [...new Set(statements.map(({ period }) => period))].toSorted(),
    notes,
    compared: compareNumbers(await queryStatedNumbers(tx, { subject, places: statements }), after),
    count: statements.length,
    written: whereWritten(taken, places),
    insert: (into, upload) => insertStatements(into, upload, statements),
  };
}

/** The rows that each statement is made of. */
function whereWritten(rows: readonly StatementRow[], places: ReadonlyMap<Pcode, FoundPlace>): UploadRow[] {
  const written = new Map<string, string[]>();
  for (const { commune, said, where } of rows) {
    const place = places.get(commune);
    for (const pcode of place?.parts?.map((part) => part.pcode) ?? [place?.pcode]) {
      const about = `${pcode} ${said.period}`;
      const parts = written.get(about);
      if (parts === undefined) written.set(about, [where]);
      else parts.push(where);
    }
  }
  return Array.from(written, ([about, writtenIn]) => ({ about, writtenIn }));
}

function isOfCommune(row: RowsReading<Statement>['rows'][number]): row is StatementRow {
  return row.commune !== null;
}
