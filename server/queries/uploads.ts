import { Upload } from '../contracts/import.ts';
import { type Queryable, sql } from '../db/database.ts';

/** All uploads of real data, or one of them, newest first; days and hours are Cambodia's. */
export async function queryUploads(database: Queryable, id?: number): Promise<Upload[]> {
  const rows = await database.query(sql`
    select
      id::int as id, dataset, source, sha256, state,
      ${inCambodia(sql`uploaded_at`)} as "uploadedAt", uploaded_by as "uploadedBy", ${inCambodia(sql`withdrawn_at`)} as "withdrawnAt",
      (report ->> 'read')::int as read, (report ->> 'taken')::int as taken, (report ->> 'places')::int as places,
      array(select jsonb_array_elements_text(coalesce(report -> 'periods', '[]'))) as periods
    from upload
    where not is_demonstration
      and ${id === undefined ? sql`true` : sql`id = ${id}::int`}
    order by id desc`);
  return rows.map((row) => Upload.parse(row));
}

function inCambodia(moment: ReturnType<typeof sql>) {
  return sql`to_char(${moment} at time zone 'Asia/Phnom_Penh', 'YYYY-MM-DD HH24:MI')`;
}
