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
    with newest as (
      select max(left(period, 4)) as year
      from current_statement
      where subject = 'population'
        and left(period, 4) <= ${period}::text
        and edition in (select from_edition from crosswalk where to_edition = ${edition}::text union select to_edition from crosswalk where from_edition = ${edition}::text union select ${edition}::text)
    ),
    known as (
      select same.to_pcode as pcode, statement.edition, sum(value)::int as children
      from current_statement as statement
      join observation on observation.statement = statement.id
      join place_equivalent as same
        on same.from_edition = statement.edition and same.from_pcode = statement.pcode and same.to_edition = ${edition}::text
      where subject = 'population'
        and left(period, 4) = (select year from newest)
        and measure = 'children' and age_band = '0-17' and sex = 'all' and category = 'all'
        and length(same.to_pcode) = 6
      group by same.to_pcode, statement.edition
    )
    select distinct on (pcode) pcode, children
    from known
    order by pcode, edition = ${edition}::text desc, edition desc`);
  return new Map(rows.map((row) => [row.pcode, row.children]));
}
