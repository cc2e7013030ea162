import type { ImportReport } from '../contracts/import.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Keeps the report of an import; `edition` null when it is of none. */
export async function insertImportReport(database: Queryable, report: ImportReport, edition: string | null): Promise<void> {
  await database.query(sql`
    insert into import_report (kind, edition, report)
    values (${report.kind}::text, ${edition}::text, ${JSON.stringify(report)}::text::jsonb)`);
}
