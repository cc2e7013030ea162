import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/**
 * The communes of the edition that older codes have been divided into, with the shares the newest crosswalk states. Only codes
 * whose shares are all stated, of communes that are all there, and add up to 1.
 */
export function querySharesOfCodes(
  database: Queryable,
  { edition, year }: { edition: EditionId; year: number },
  codes: readonly Pcode[],
): Promise<{ code: Pcode; pcode: Pcode; share: number }[]> {
  return database.query<{ code: Pcode; pcode: Pcode; share: number }>(sql`
    with stated as (
      select from_year, from_pcode, to_pcode, share,
        count(*) over same as rows, count(share) over same as shares, count(place.pcode) over same as places, sum(share) over same as whole
      from current_crosswalk_row
      left join place on place.edition = ${edition}::text and place.pcode = to_pcode
      where to_year = ${year}::int
        and from_pcode = any (${codes}::text[])
      window same as (partition by from_year, from_pcode)
    ),
    newest as (select from_pcode, max(from_year) as from_year from stated group by from_pcode)
    select from_pcode::text as code, to_pcode::text as pcode, share::float8 as share
    from stated
    join newest using (from_pcode, from_year)
    where rows > 1 and shares = rows and places = rows and abs(whole - 1) < 0.001
    order by from_pcode collate "C", to_pcode collate "C"`);
}
