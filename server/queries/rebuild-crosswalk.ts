import type { EditionId } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

export type EditionPair = { from: EditionId; fromYear: number; to: EditionId; toYear: number };

/**
 * Joins two editions by the rows stated between their years. A code with one successor goes there whole, for no source
 * states less; with several it has been divided in unstated shares. Rows naming a place that its edition lacks join nothing.
 */
export async function rebuildCrosswalk(database: Queryable, { from, fromYear, to, toYear }: EditionPair): Promise<void> {
  await database.query(sql`delete from crosswalk where from_edition = ${from} and to_edition = ${to}`);
  await database.query(sql`
    insert into crosswalk (from_edition, from_pcode, to_edition, to_pcode, share, method)
    select
      ${from}::text,
      from_pcode,
      ${to}::text,
      to_pcode,
      case when count(*) over (partition by from_pcode) = 1 then 1::float8 end,
      method
    from current_crosswalk_row
    where from_year = ${fromYear}::int
      and to_year = ${toYear}::int
      and from_pcode in (select pcode from place where edition = ${from})
      and to_pcode in (select pcode from place where edition = ${to})`);
}
