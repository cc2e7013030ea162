import type { DatasetReport } from '../contracts/import.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Keeps with an upload what came of it. */
export async function setUploadReport(database: Queryable, upload: number, report: DatasetReport): Promise<void> {
  await database.query(sql`update upload set report = ${JSON.stringify(report)}::text::jsonb where id = ${upload}::int`);
}
