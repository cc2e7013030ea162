import { type Queryable, sql } from '../db/database.ts';

/** Is there a place of this code in the edition? */
export async function queryPlaceExists(database: Queryable, { edition, pcode }: { edition: string; pcode: string }): Promise<boolean> {
  const rows = await database.query(sql`
    select 1::int as known from place where edition = ${edition}::text and pcode = ${pcode}::text`);
  return rows.length > 0;
}
