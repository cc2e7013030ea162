import { type Queryable, sql } from '../db/database.ts';

/** Hash of the edition's published places file, whose order all columns follow; undefined before it is published. */
export async function queryPlaceOrder(database: Queryable, edition: string): Promise<string | undefined> {
  const rows = await database.query<{ hash: string }>(sql`
    select hash from published_file where edition = ${edition}::text and kind = 'places' and detail = 'full'`);
  return rows[0]?.hash;
}
