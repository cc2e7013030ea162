import { type Queryable, sql } from '../db/database.ts';

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
 * commune made of several of an older edition has one only when each of them has. The wanted edition's own figure rules.
 */
export function queryDenominators(
  database: Queryable,
  { edition, measure, ageBand, years, within }: DenominatorsAsked,
): Promise<Denominator[]> {
  return database.query<Denominator>(sql`
    with stated as (
      select distinct on (edition, pcode, left(period, 4)) edition, pcode, left(period, 4) as year, value
      from current_statement as statement
      join observation on observation.statement = statement.id
      where subject = 'population'
        and left(period, 4) = any(${years}::text[])
        and measure = ${measure}::text and age_band = ${ageBand}::text and sex = 'all' and category = 'all'
      order by edition, pcode, left(period, 4), period desc, statement.id desc
    ),
    known as (
      select same.to_pcode as pcode, stated.edition, year, sum(value) as value, count(*) as parts
      from stated
      join place_equivalent as same
        on same.from_edition = stated.edition and same.from_pcode = stated.pcode and same.to_edition = ${edition}::text
      where length(same.to_pcode) = 6
        and ${within === undefined ? sql`true` : sql`same.to_pcode like ${within}::text || '%'`}
      group by same.to_pcode, stated.edition, year
    ),
    merged as (
      select to_pcode, from_edition, count(*) as parts
      from crosswalk
      where to_edition = ${edition}::text
        and share = 1
      group by to_pcode, from_edition
      having count(*) > 1
    )
    select distinct on (year, pcode) year, known.pcode, value::float8 as value
    from known
    left join merged on merged.to_pcode = known.pcode and merged.from_edition = known.edition
    where known.parts = coalesce(merged.parts, 1)
    order by year, pcode, known.edition = ${edition}::text desc, known.edition desc`);
}
