import { type Queryable, sql } from '../db/database.ts';
import { rulingStatements } from './ruling-statements.ts';

/** Years, oldest first, for which some commune of the edition has a figure. */
export async function queryIndicatorPeriods(
  database: Queryable,
  { measure, ...asked }: { edition: string; subject: string; measure: string },
): Promise<string[]> {
  const rows = await database.query<{ year: string }>(sql`
    select distinct year
    from (${rulingStatements(asked)}) as ruling
    join observation on observation.statement = ruling.id
    where measure = ${measure}::text and sex = 'all' and age_band = 'all' and category = 'all'
    order by year`);
  return rows.map(({ year }) => year);
}
