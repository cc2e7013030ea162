import { type Queryable, sql } from '../db/database.ts';

/** Is there an edition or an upload that is no demonstration? */
export async function hasRealData(database: Queryable): Promise<boolean> {
  const rows = await database.query<{ real: boolean }>(sql`
    select (
      exists (select from edition where not is_demonstration)
      or exists (select from upload where not is_demonstration)
    )::boolean as real`);
  return rows[0]?.real === true;
}
