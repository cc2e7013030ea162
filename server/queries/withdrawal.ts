import { type Queryable, sql } from '../db/database.ts';

/** When an upload was taken back, to the microsecond, and by whom. */
export type Withdrawal = { at: string; by: string };

/** Dataset and hash of an upload and its withdrawal, if there is one; undefined where there is no such upload. */
export async function queryWithdrawal(
  tx: Queryable,
  upload: number,
): Promise<{ dataset: string; sha256: string; withdrawal: Withdrawal | undefined } | undefined> {
  const [row] = await tx.query<{ dataset: string; sha256: string; at: string | null; by: string | null }>(sql`
    select dataset, sha256, (to_json(withdrawn_at) #>> '{}') as at, withdrawn_by as by
    from upload
    where id = ${upload}::int`);
  if (row === undefined) return undefined;
  const { dataset, sha256 } = row;
  return { dataset, sha256, withdrawal: row.at === null || row.by === null ? undefined : { at: row.at, by: row.by } };
}

/** Takes an upload back as it was taken back once, at the same moment. */
export async function restoreWithdrawal(tx: Queryable, upload: number, { at, by }: Withdrawal): Promise<void> {
  await tx.query(sql`
    update upload
    set state = 'withdrawn', withdrawn_at = ${at}::text::timestamptz, withdrawn_by = ${by}::text
    where id = ${upload}::int`);
}
