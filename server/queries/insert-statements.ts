import { type Queryable, sql } from '../db/database.ts';
import type { Statement } from '../domain/statements/statement.ts';
import { insertFindings } from './insert-findings.ts';

/** A statement under the edition its code belongs to. */
export type PlacedStatement = Statement & { edition: string };

/**
 * Adds statements with their observations and workshop findings, as stated by one upload.
 * Throws when two are about the same subject, place and period.
 */
export async function insertStatements(database: Queryable, upload: number, statements: readonly PlacedStatement[]): Promise<void> {
  await database.copyIn(
    'statement',
    ['upload', 'subject', 'edition', 'pcode', 'period', 'is_estimated'],
    statements.map(({ subject, edition, pcode, period, isEstimated = false }) => [upload, subject, edition, pcode, period, isEstimated]),
  );
  const ids = await database.query<{ id: string; subject: string; edition: string; pcode: string; period: string }>(sql`
    select id::text as id, subject, edition, pcode, period
    from statement
    where upload = ${upload}::int`);
  const idOf = new Map(ids.map((row) => [keyOf(row), row.id]));
  const stored = statements.map((statement) => ({ statement, id: idOf.get(keyOf(statement)) ?? null }));
  await database.copyIn(
    'observation',
    ['statement', 'measure', 'sex', 'age_band', 'category', 'value'],
    stored.flatMap(({ statement, id }) =>
      statement.observations.map(({ measure, sex, ageBand, category, value }) => [id, measure, sex, ageBand, category, value]),
    ),
  );
  await insertFindings(
    database,
    stored.flatMap(({ statement, id }) => (statement.findings === null ? [] : [{ statement: id, findings: statement.findings }])),
  );
}

function keyOf({ subject, edition, pcode, period }: { subject: string; edition: string; pcode: string; period: string }): string {
  return `${subject} ${edition} ${pcode} ${period}`;
}
