import { ImportReport } from '../contracts/import.ts';
import { type Queryable, sql } from '../db/database.ts';

export type KeptReport = { createdAt: string; report: ImportReport };

/** Reports of all imports, newest first. */
export async function importReports(database: Queryable): Promise<KeptReport[]> {
  const rows = await database.query<{ createdAt: string; report: string }>(sql`
    select created_at::text as "createdAt", report::text as report
    from import_report
    order by id desc`);
  return rows.map(({ createdAt, report }) => ({ createdAt, report: ImportReport.parse(JSON.parse(report)) }));
}
