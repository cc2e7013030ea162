import { type Queryable, sql } from '../db/database.ts';
import { rulingStatements } from './ruling-statements.ts';

export type DenominatorsAsked = {
  edition: string;
  measure: string;
  ageBand: string;
  years: readonly string[];
  /** Communes of this place only. */
  within?: string | undefined;
};
export type Denominator = { year: string; pcode: string; value: number };

/**
 * Population of each commune in the years asked for, in the edition's codes; communes without a figure are left out. A
 * commune made of several of an older edition has one only when each of them has.
 */
export function queryDenominators(
  database: Queryable,
  { edition, measure, ageBand, years, within }: DenominatorsAsked,
): Promise<Denominator[]> {
  return database.query<Denominator>(sql`
    with merged as materialized (
      select to_pcode, from_edition, count(*) as parts
      from crosswalk
      where to_edition = ${edition}::text
        and share = 1
      group by to_pcode, from_edition
      having count(*) > 1
    )
    select year, pcode, sum(value)::float8 as value
    from (${rulingStatements({ edition, subject: 'population', within })}) as ruling
    join observation
      on observation.statement = ruling.id and measure = ${measure}::text and age_band = ${ageBand}::text
      and sex = 'all' and category = 'all'
    left join merged on merged.to_pcode = ruling.pcode and merged.from_edition = ruling.source_edition
    where year = any(${years}::text[])
    group by year, pcode, parts
    having count(*) = coalesce(parts, 1)
    order by year, pcode`);
}
