import { DatasetReport } from '../contracts/import.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Report of the newest committed upload of these bytes with these options, if there is one. */
export async function knownUpload(
  database: Queryable,
  { dataset, sha256 }: { dataset: string; sha256: string },
): Promise<DatasetReport | undefined> {
  const [upload] = await database.query<{ report: string }>(sql`
    select report::text as report
    from upload
    where dataset = ${dataset}::text
      and sha256 = ${sha256}::text
      and state = 'committed'
      and not is_demonstration
      and report <> '{}'
    order by id desc
    limit 1`);
  return upload === undefined ? undefined : DatasetReport.parse(JSON.parse(upload.report));
}
