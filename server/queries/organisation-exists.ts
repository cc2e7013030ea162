import { type Queryable, sql } from '../db/database.ts';

/** Is there an organisation of this id, whether or not it works in the edition looked at? */
export async function queryOrganisationExists(database: Queryable, organisation: string): Promise<boolean> {
  const rows = await database.query(sql`select 1::int as known from organisation where id = ${organisation}::text`);
  return rows.length > 0;
}
