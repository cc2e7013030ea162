import { type Queryable, sql } from '../db/database.ts';

/** Opens an upload of real data, to which all its rows belong. Returns its number. */
export async function insertUpload(
  database: Queryable,
  { dataset, sha256, source, by }: { dataset: string; sha256: string; source: string; by: string },
): Promise<number> {
  const [upload] = await database.query<{ id: number }>(sql`
    insert into upload (dataset, sha256, source, uploaded_by)
    values (${dataset}::text, ${sha256}::text, ${source}::text, ${by}::text)
    returning id::int as id`);
  if (!upload) throw new Error('the upload was not stored');
  return upload.id;
}
