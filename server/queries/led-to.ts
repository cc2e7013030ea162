import { type Fragment, sql } from '../db/database.ts';

/**
 * The codes that a place has in another edition, as `to_pcode`: itself in its own; the commune it became whole; the one
 * commune that became it. The same as the view `place_equivalent`, written for `cross join lateral`: each place is looked
 * up by index, whatever the planner believes of the tables (a fresh import has not been counted yet; there the view
 * took 16 s where this takes 0.1).
 */
export function ledTo(edition: string, { edition: from, pcode }: { edition: Fragment; pcode: Fragment }): Fragment {
  return sql`
    select ${pcode} as to_pcode
    where ${from} = ${edition}::text
    union all
    select crosswalk.to_pcode
    from crosswalk
    where crosswalk.from_edition = ${from}
      and crosswalk.from_pcode = ${pcode}
      and crosswalk.to_edition = ${edition}::text
      and share = 1
    union all
    select min(back.from_pcode)
    from crosswalk as back
    where back.to_edition = ${from}
      and back.to_pcode = ${pcode}
      and back.from_edition = ${edition}::text
      and share = 1
    having count(*) = 1`;
}
