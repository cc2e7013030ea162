import { type Queryable, sql } from '../db/database.ts';

/** Takes an upload back: what it said holds no longer. Its rows stay, so that the history can be read. */
export async function withdrawUpload(tx: Queryable, { upload, by }: { upload: number; by: string }): Promise<void> {
  await tx.query(sql`
    update upload
    set state = 'withdrawn', withdrawn_at = now(), withdrawn_by = ${by}::text
    where id = ${upload}::int`);
}
