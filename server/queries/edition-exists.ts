import { type Queryable, sql } from '../db/database.ts';

/** Is there an edition of this name? */
export async function queryEditionExists(database: Queryable, edition: string): Promise<boolean> {
  const rows = await database.query(sql`select 1::int as known from edition where id = ${edition}::text`);
  return rows.length > 0;
}
