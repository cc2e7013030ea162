import { type Queryable, sql } from '../db/database.ts';

/** How many transactions have changed the data so far: two equal numbers mean that the data are the same. */
export async function queryDataVersion(database: Queryable): Promise<number> {
  const [row] = await database.query<{ changes: number }>(sql`select count(*)::int as changes from data_change`);
  if (row === undefined) throw new Error('the changes of the data could not be counted');
  return row.changes;
}
