import { type Queryable, sql } from '../db/database.ts';

/** Is there a crossing of this id? */
export async function queryCrossingExists(database: Queryable, crossing: string): Promise<boolean> {
  const rows = await database.query(sql`select 1::int as known from crossing where id = ${crossing}::text`);
  return rows.length > 0;
}
