import { type Queryable, sql } from '../db/database.ts';

/**
 * Children under 18 living in each commune, in the edition's codes, of the newest population year not after the period;
 * communes without a figure are left out.
 */
export async function queryChildrenLiving(
  database: Queryable,
  { edition, period }: { edition: string; period: string },
): Promise<Map<string, number>> {
  const rows = await database.query<{ pcode: string; children: number }>(sql`
    with known as (
      select same.to_pcode as pcode, statement.edition, left(period, 4) as year, value
      from current_statement as statement
      join observation on observation.statement = statement.id
      join place_equivalent as same
        on same.from_edition = statement.edition and same.from_pcode = statement.pcode and same.to_edition = ${edition}::text
      where subject = 'population'
        and left(period, 4) <= ${period}::text
        and measure = 'children' and age_band = '0-17' and sex = 'all' and category = 'all'
    )
    select distinct on (pcode) pcode, sum(value)::int as children
    from known
    where year = (select max(year) from known)
      and length(pcode) = 6
    group by pcode, edition
    order by pcode, edition desc`);
  return new Map(rows.map((row) => [row.pcode, row.children]));
}
