import { type Queryable, sql } from '../db/database.ts';

/** May the demonstration be built? Only in a database without any edition, from which nobody has removed it. */
export async function mayBuildDemonstration(database: Queryable): Promise<boolean> {
  const [answer] = await database.query<{ may: boolean }>(sql`
    select not exists (select from edition) and not exists (select from demonstration_removal) as may`);
  return answer?.may === true;
}
