import { type Queryable, sql } from '../db/database.ts';
import { rulingStatements } from './ruling-statements.ts';

type Services = {
  pcode: string;
  /** Year of the statement. */
  period: string;
  /** Service points by kind; a kind that is not stated of all of the commune is left out: it is not known. */
  counts: Record<string, number>;
};

/** Social services of an edition's communes, each by its newest statement of a year up to `period`. */
export function queryServicesStated(database: Queryable, { edition, period }: { edition: string; period: string }): Promise<Services[]> {
  return database.query<Services>(sql`
    with ruling as (${rulingStatements({ edition, subject: 'social-services' })}),
    newest as (
      select pcode, max(year) as year
      from ruling
      where year <= ${period}::text
      group by pcode
    ),
    heard as (
      select ruling.*, count(*) over (partition by pcode) as parts
      from ruling
      join newest using (pcode, year)
    ),
    counted as (
      select pcode, year, category, sum(value)::int as number
      from heard
      join observation on observation.statement = heard.id
      where measure = 'service-points'
      group by pcode, year, category, parts
      having count(*) = parts
    )
    select newest.pcode, newest.year as period, coalesce(jsonb_object_agg(category, number) filter (where category is not null), '{}') as counts
    from newest
    left join counted using (pcode, year)
    group by newest.pcode, newest.year
    order by newest.pcode`);
}
