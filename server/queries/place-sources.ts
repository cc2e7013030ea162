import type { PlaceProfile } from '../contracts/profile.ts';
import { type Queryable, sql } from '../db/database.ts';
import { joinUploads, whereFrom } from './where-from.ts';

/**
 * The uploads that what is known of a place rests on: of its communes' current statements, and of its networks, their
 * reports, its workshops, who works there and its corrections, whose subject is the name of their dataset; of one commune
 * also the rows of the files.
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
      select 'networks', upload, network.code, false
      from current_network as network join of_place on from_edition = network.edition and from_pcode = network.pcode
      union
      select 'network-reports', report.upload, network.code || ' ' || report.period, false
      from current_network as network
      join of_place on from_edition = network.edition and from_pcode = network.pcode
      join edition on edition.id = network.edition
      join current_network_report as report on report.network = network.code and report.is_demonstration = edition.is_demonstration
      union
      select 'workshops', upload, workshop.code, false
      from current_workshop as workshop join of_place on from_edition = workshop.edition and from_pcode = workshop.pcode
      union
      select 'presence', upload, concat_ws(' ', organisation, presence.pcode, programme, from_on), false
      from current_presence as presence
      join place_equivalent on from_edition = presence.edition and from_pcode = presence.pcode and to_edition = ${edition}::text
      where to_pcode like ${within}::text || '%' or ${within}::text like to_pcode || '%'
      union
      select 'places', upload, pcode, false from current_place_correction where edition = ${edition}::text and pcode = ${within}::text
    )
    select used.subject, ${whereFrom(sql`length(${within}::text) = 6`)}
    from used
    ${joinUploads}
    where state = 'committed'
    group by used.subject, upload.id
    order by used.subject, upload.id`);
}
