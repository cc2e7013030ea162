import type { PlaceProfile } from '../contracts/profile.ts';
import { type Queryable, sql } from '../db/database.ts';

/**
 * The uploads that what is known of a place rests on: of its communes' current statements, and of its networks and
 * workshops, whose subject is the name of their dataset. Days are Cambodia's.
 */
export function queryPlaceSources(
  database: Queryable,
  { edition, within }: { edition: string; within: string },
): Promise<PlaceProfile['sources']> {
  return database.query<PlaceProfile['sources'][number]>(sql`
    with used as (
      select subject, upload, edition, pcode from current_statement
      union
      select 'networks', upload, edition, pcode from network
      union
      select 'workshops', upload, edition, pcode from workshop
    )
    select distinct
      subject, source, (uploaded_at at time zone 'Asia/Phnom_Penh')::date::text as "uploadedOn", upload.id as upload
    from used
    join place_equivalent as same
      on same.from_edition = used.edition and same.from_pcode = used.pcode and same.to_edition = ${edition}::text
    join upload on upload.id = used.upload
    where same.to_pcode like ${within}::text || '%'
      and length(same.to_pcode) = 6
      and state = 'committed'
    order by subject, upload`);
}
