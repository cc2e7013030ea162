import { type Queryable, sql } from '../db/database.ts';

/** The subject, places and periods an upload speaks of. */
export function queryPlacesStatedIn(
  tx: Queryable,
  upload: number,
): Promise<{ subject: string; edition: string; pcode: string; period: string }[]> {
  return tx.query(sql`
    select subject, edition, pcode, period
    from statement
    where upload = ${upload}::int
    order by subject, edition, pcode, period`);
}
