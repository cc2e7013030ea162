import { type Queryable, sql } from '../db/database.ts';
import type { EditionPair } from './rebuild-crosswalk.ts';

/** Codes that a crosswalk states and the edition of their year lacks. */
export async function strayCrosswalkCodes(
  database: Queryable,
  { from, fromYear, to, toYear }: EditionPair,
): Promise<{ pcode: string; edition: string }[]> {
  return database.query<{ pcode: string; edition: string }>(sql`
    with stated as (
      select from_pcode, to_pcode
      from crosswalk_row
      where from_year = ${fromYear}::int
        and to_year = ${toYear}::int
    )
    select from_pcode::text as pcode, ${from}::text as edition
    from stated
    where from_pcode not in (select pcode from place where edition = ${from})
    union
    select to_pcode::text, ${to}::text
    from stated
    where to_pcode not in (select pcode from place where edition = ${to})
    order by 2, 1`);
}
