import type { Network } from '../contracts/network.ts';
import { type Fragment, type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

export type NetworksAsked = {
  edition: string;
  /** Day `YYYY-MM-DD` the status is for. */
  on: string;
  organisation?: string | undefined;
  /** Networks whose commune's point lies in the box. */
  bbox?: Box | undefined;
  /** Networks of this place and of the places in it. */
  within?: string | undefined;
};

/**
 * The networks that exist on a day, in the edition's codes. Active: a report of activity for a quarter that ended
 * in the 12 months up to the day; the day itself counts, the same day a year before does not. A report in which
 * every count is zero is no activity.
 */
export function queryNetworksOn(database: Queryable, asked: NetworksAsked): Promise<Network[]> {
  return database.query<Network>(sql`
    select
      code, pcode, organisation, founded_on::text as "foundedOn",
      case when last_activity > ${asked.on}::date - interval '12 months' then 'active' else 'dormant' end as status,
      last_activity::text as "lastActivityOn", villages_covered as "villagesCovered",
      coalesce(
        (select jsonb_object_agg(member_group, members) from network_members where network_members.network = existing.id), '{}'
      ) as members,
      child_peer_educators as "childPeerEducators"
    from (${networksExisting(asked)}) as existing
    order by pcode, code`);
}

/** Networks existing on the day with the last day they are known to have been at work: columns of `network`, `pcode` of the edition, `last_activity`. */
export function networksExisting({ edition, on, organisation, bbox, within }: NetworksAsked): Fragment {
  return sql`
    select
      network.id, network.code, network.organisation, network.founded_on, network.villages_covered, network.child_peer_educators,
      same.to_pcode as pcode, place.point,
      (
        select max(ends_on)
        from current_network_report as report
        where report.network = network.code
          and report.is_demonstration = edition.is_demonstration
          and ends_on <= ${on}::date
          and sessions + people_reached + cases_monitored + cases_reported + children_referred > 0
      ) as last_activity
    from current_network as network
    cross join lateral (${ledTo(edition, { edition: sql`network.edition`, pcode: sql`network.pcode` })}) as same
    join edition on edition.id = network.edition
    join current_place as place on place.edition = ${edition}::text and place.pcode = same.to_pcode
    where founded_on <= ${on}::date
      and (closed_on is null or closed_on > ${on}::date)
      and ${organisation === undefined ? sql`true` : sql`network.organisation = ${organisation}::text`}
      and ${bbox === undefined ? sql`true` : sql`place.point && st_makeenvelope(${bbox[0]}::float8, ${bbox[1]}::float8, ${bbox[2]}::float8, ${bbox[3]}::float8, 4326)`}
      and ${within === undefined ? sql`true` : sql`same.to_pcode like ${within}::text || '%'`}`;
}
