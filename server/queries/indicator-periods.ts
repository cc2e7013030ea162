import { type Queryable, sql } from '../db/database.ts';

export type IndicatorPeriod = { subject: string; measure: string; period: string };

/** Years, oldest first, in which some commune of the edition has a figure, by subject and measure. */
export function queryIndicatorPeriods(
  database: Queryable,
  { edition, subjects, measures }: { edition: string; subjects: readonly string[]; measures: readonly string[] },
): Promise<IndicatorPeriod[]> {
  return database.query<IndicatorPeriod>(sql`
    select distinct subject, measure, left(period, 4) as period
    from current_statement as statement
    join place_equivalent as same
      on same.from_edition = statement.edition and same.from_pcode = statement.pcode and same.to_edition = ${edition}::text
    join observation on observation.statement = statement.id
    where subject = any(${subjects}::text[])
      and measure = any(${measures}::text[]) and sex = 'all' and age_band = 'all' and category = 'all'
      and length(same.to_pcode) = 6
    order by period, subject, measure`);
}
