import { type Queryable, sql } from '../db/database.ts';

/** Lets one program at a time build the demonstration, until the transaction ends. */
export async function lockDemonstration(tx: Queryable): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(7203312)::text`);
}
