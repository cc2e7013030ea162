import { type Queryable, sql } from '../db/database.ts';

/** Layout of the boundaries that an edition was made of last; undefined when there is no edition of that name, or none of boundaries. */
export async function layoutOfEdition(database: Queryable, edition: string): Promise<string | undefined> {
  const [row] = await database.query<{ layout: string }>(sql`
    select report->>'layout' as layout
    from import_report
    join edition on edition.id = import_report.edition
    where import_report.edition = ${edition}::text and import_report.kind = 'boundaries'
    order by import_report.id desc
    limit 1`);
  return row?.layout;
}
