import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/**
 * The one commune of the edition that each older code has become whole: through the crosswalk's share of 1, or, where no
 * edition holds the older code, through crosswalk rows that name one successor and no other. From the newest older year.
 */
export async function successorsOfCodes(
  database: Queryable,
  { edition, year }: { edition: EditionId; year: number },
  codes: readonly Pcode[],
): Promise<{ code: Pcode; to: Pcode }[]> {
  return database.query<{ code: Pcode; to: Pcode }>(sql`
    with successor as (
      select from_pcode as code, to_pcode as successor, extract(year from valid_from)::int as year
      from crosswalk
      join edition on edition.id = crosswalk.from_edition
      where to_edition = ${edition}::text
        and share = 1
        and not is_demonstration
      union all
      select from_pcode, min(to_pcode), from_year
      from current_crosswalk_row
      where to_year = ${year}::int
        and from_pcode is not null
      group by from_year, from_pcode
      having count(*) = 1 and count(to_pcode) = 1
    )
    select distinct on (code) code::text as code, successor::text as to
    from successor
    join place on place.edition = ${edition}::text and place.pcode = successor
    where code = any (${codes}::text[])
    order by code, year desc, successor`);
}
