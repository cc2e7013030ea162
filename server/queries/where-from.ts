import { type Fragment, sql } from '../db/database.ts';

/**
 * The columns of `WhereFrom` for rows `used (upload, about, is_estimated)` joined by `joinUploads` and grouped by upload;
 * the lines of the files only where `withLines` holds.
 */
export const whereFrom = (withLines: Fragment): Fragment => sql`
  upload.source,
  (upload.uploaded_at at time zone 'Asia/Phnom_Penh')::date::text as "uploadedOn",
  upload.id as upload,
  left(upload.sha256, 12) as file,
  bool_or(used.is_estimated) as "isEstimated",
  case
    when ${withLines}
    then coalesce(array_agg(written_in order by used.about) filter (where written_in is not null), '{}')
    else '{}'
  end as "writtenIn"`;

/** The uploads of `used`, and where in their files it was written. */
export const joinUploads: Fragment = sql`
  join upload on upload.id = used.upload
  left join upload_row on upload_row.upload = used.upload and upload_row.about = used.about`;
