import { type Queryable, sql } from '../db/database.ts';

/** Lets one import of a dataset at a time look for what is known and add to it, until the transaction ends. */
export async function lockUploads(tx: Queryable): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(7203313)::text`);
}
