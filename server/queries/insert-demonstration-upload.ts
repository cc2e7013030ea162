import { type Queryable, sql } from '../db/database.ts';

/** Opens an upload of the demonstration, to which all its rows of one dataset belong. Returns its number. */
export async function insertDemonstrationUpload(
  database: Queryable,
  { dataset, sha256, source }: { dataset: string; sha256: string; source: string },
): Promise<number> {
  const [upload] = await database.query<{ id: number }>(sql`
    insert into upload (dataset, sha256, uploaded_by, is_demonstration, source)
    values (${dataset}::text, ${sha256}::text, 'demonstration', true, ${source}::text)
    returning id::int as id`);
  if (!upload) throw new Error('the upload was not stored');
  return upload.id;
}
