import { type Queryable, sql } from '../db/database.ts';
import { rulingStatements } from './ruling-statements.ts';

export type DenominatorsAsked = {
  edition: string;
  measure: string;
  ageBand: string;
  /** Calendar years to be rated. */
  periods: readonly string[];
  /** Communes of this place only. */
  within?: string | undefined;
};
/** `year` is the population's own, `period` the one it rates. */
export type Denominator = { period: string; year: string; pcode: string; value: number };

/**
 * Population of each commune for each of the periods: the newest that is stated of the commune and is not after the
 * period, in the edition's codes. Communes without a figure are left out. A commune made of several of an older edition
 * has one only for a year in which each of them has.
 */
export function queryDenominators(
  database: Queryable,
  { edition, measure, ageBand, periods, within }: DenominatorsAsked,
): Promise<Denominator[]> {
  return database.query<Denominator>(sql`
    with merged as materialized (
      select to_pcode, from_edition, count(*) as parts
      from crosswalk
      where to_edition = ${edition}::text
        and share = 1
      group by to_pcode, from_edition
      having count(*) > 1
    ),
    stated as materialized (
      select year, pcode, sum(value)::float8 as value
      from (${rulingStatements({ edition, subject: 'population', within })}) as ruling
      join observation
        on observation.statement = ruling.id and measure = ${measure}::text and age_band = ${ageBand}::text
        and sex = 'all' and category = 'all'
      left join merged on merged.to_pcode = ruling.pcode and merged.from_edition = ruling.source_edition
      group by year, pcode, parts
      having count(*) = coalesce(parts, 1)
    )
    select distinct on (period, pcode) period, year, pcode, value
    from unnest(${periods}::text[]) as wanted(period)
    join stated on year <= period
    order by period, pcode, year desc`);
}
