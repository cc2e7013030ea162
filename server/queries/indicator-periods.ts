import { type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

export type IndicatorPeriod = { subject: string; measure: string; period: string };

/** Years, oldest first, in which some commune of the edition has a figure, by subject and measure. */
export function queryIndicatorPeriods(
  database: Queryable,
  { edition, subjects, measures }: { edition: string; subjects: readonly string[]; measures: readonly string[] },
): Promise<IndicatorPeriod[]> {
  return database.query<IndicatorPeriod>(sql`
    select distinct subject, measure, left(period, 4) as period
    from current_statement as statement
    cross join lateral (${ledTo(edition, { edition: sql`statement.edition`, pcode: sql`statement.pcode` })}) as same
    join observation on observation.statement = statement.id
    where subject = any(${subjects}::text[])
      and measure = any(${measures}::text[]) and sex = 'all' and age_band = 'all' and category = 'all'
      and length(same.to_pcode) = 6
    order by period, subject, measure`);
}
