import type { PlaceProfile } from '../contracts/profile.ts';
import { type Queryable, sql } from '../db/database.ts';

/**
 * The uploads that what is known of a place rests on: of its communes' current statements, and of its networks,
 * workshops and corrections, whose subject is the name of their dataset; of one commune also the rows of the files. Days are Cambodia's.
 */
export function queryPlaceSources(
  database: Queryable,
  { edition, within }: { edition: string; within: string },
): Promise<PlaceProfile['sources']> {
  return database.query<PlaceProfile['sources'][number]>(sql`
    with of_place as materialized (
      select from_edition, from_pcode
      from place_equivalent
      where to_edition = ${edition}::text
        and to_pcode like ${within}::text || '%'
        and length(to_pcode) = 6
    ),
    used as (
      select subject, upload, statement.pcode || ' ' || statement.period as about, statement.is_estimated
      from statement
      join of_place on from_edition = statement.edition and from_pcode = statement.pcode
      where statement.id = (
        -- Asked for each statement of the place: the whole view would be sorted for a few of its rows.
        select current.id
        from current_statement as current
        where current.subject = statement.subject
          and current.edition = statement.edition
          and current.pcode = statement.pcode
          and current.period = statement.period
      )
      union
      select 'networks', upload, network.code, false from current_network as network join of_place on from_edition = network.edition and from_pcode = network.pcode
      union
      select 'places', upload, pcode, false from current_place_correction where edition = ${edition}::text and pcode = ${within}::text
      union
      select 'workshops', upload, workshop.code, false from current_workshop as workshop join of_place on from_edition = workshop.edition and from_pcode = workshop.pcode
    )
    select
      used.subject,
      source,
      (uploaded_at at time zone 'Asia/Phnom_Penh')::date::text as "uploadedOn",
      upload.id as upload,
      left(sha256, 12) as file,
      bool_or(used.is_estimated) as "isEstimated",
      case
        when length(${within}::text) = 6
        then coalesce(array_agg(written_in order by used.about) filter (where written_in is not null), '{}')
        else '{}'
      end as "writtenIn"
    from used
    join upload on upload.id = used.upload
    left join upload_row on upload_row.upload = used.upload and upload_row.about = used.about
    where state = 'committed'
    group by used.subject, upload.id
    order by used.subject, upload.id`);
}
