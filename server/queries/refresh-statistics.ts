import type { Database } from '../db/database.ts';

/** Counts the rows anew for the query planner; the embedded database never does so by itself. */
export async function refreshStatistics(database: Database): Promise<void> {
  await database.script('analyze');
}
