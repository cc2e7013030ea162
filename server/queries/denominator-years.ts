import { type Queryable, sql } from '../db/database.ts';

/** Years, oldest first, in which the population of some age band of the edition's places is stated. */
export async function queryDenominatorYears(
  database: Queryable,
  { edition, measure, ageBand }: { edition: string; measure: string; ageBand: string },
): Promise<string[]> {
  const rows = await database.query<{ year: string }>(sql`
    select distinct left(period, 4) as year
    from current_statement as statement
    join observation on observation.statement = statement.id
    where subject = 'population'
      and measure = ${measure}::text and age_band = ${ageBand}::text and sex = 'all' and category = 'all'
      and edition in (
        select ${edition}::text
        union select from_edition from crosswalk where to_edition = ${edition}::text
        union select to_edition from crosswalk where from_edition = ${edition}::text
      )
    order by year`);
  return rows.map(({ year }) => year);
}
