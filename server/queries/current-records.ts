import { type Queryable, sql } from '../db/database.ts';
import type {
  CrossingStatusRecord,
  FlowRecord,
  NetworkRecord,
  NetworkReportRecord,
  PlaceRecord,
  PresenceRecord,
  Records,
  RegisterId,
  StepRecord,
  WorkshopRecord,
} from '../domain/records/record.ts';

/** A record that holds, and the code of its place as it was stated. */
export type Placed<Record> = { record: Record; pcode: string };

/** All real records of a register that hold now, by their place and key. */
export async function queryCurrentRecords<Id extends RegisterId>(tx: Queryable, register: Id): Promise<Placed<Records[Id]>[]> {
  const query: (tx: Queryable) => Promise<Records[Id][]> = QUERIES[register];
  const records = await query(tx);
  const places = register === 'network-reports' ? await placesOfNetworks(tx) : undefined;
  return records.map((record) => ({ record, pcode: placeOf(record, places) }));
}

/** Commune of each real network that holds, by code. */
export async function placesOfNetworks(tx: Queryable): Promise<Map<string, string>> {
  const rows = await networks(tx);
  return new Map(rows.map(({ code, pcode }) => [code, pcode]));
}

function placeOf(record: Records[RegisterId], places: ReadonlyMap<string, string> | undefined): string {
  if ('pcode' in record) return record.pcode;
  if ('origin' in record) return record.origin;
  if ('toPcode' in record) return record.toPcode ?? record.fromPcode ?? '';
  return 'network' in record ? (places?.get(record.network) ?? '') : '';
}

const QUERIES: { readonly [Id in RegisterId]: (tx: Queryable) => Promise<Records[Id][]> } = {
  networks,
  'network-reports': networkReports,
  workshops,
  flows,
  'crossing-statuses': crossingStatuses,
  presence,
  places,
  crosswalk,
};

function networks(tx: Queryable): Promise<NetworkRecord[]> {
  return tx.query<NetworkRecord>(sql`
    select
      code, pcode, organisation, founded_on::text as "foundedOn", closed_on::text as "closedOn", villages_covered as "villagesCovered",
      child_peer_educators as "childPeerEducators",
      coalesce((select jsonb_object_agg(member_group, members) from network_members where network_members.network = network.id), '{}')
        as members
    from current_network as network
    join edition on edition.id = network.edition
    where not is_demonstration
    order by pcode, code`);
}

function networkReports(tx: Queryable): Promise<NetworkReportRecord[]> {
  return tx.query<NetworkReportRecord>(sql`
    select
      network, period, sessions, people_reached as "peopleReached", cases_monitored as "casesMonitored",
      cases_reported as "casesReported", children_referred as "childrenReferred", cases_suspected as "casesSuspected",
      coalesce(
        (
          select jsonb_object_agg(topic, jsonb_build_object('sessions', said.sessions, 'peopleReached', said.people_reached))
          from network_report_topic as said
          where said.report = report.id
        ),
        '{}'
      ) as "byTopic"
    from current_network_report as report
    where not is_demonstration
    order by network, period`);
}

function workshops(tx: Queryable): Promise<WorkshopRecord[]> {
  return tx.query<WorkshopRecord>(sql`
    select
      code, pcode, type, theme_en as "themeEn", theme_km as "themeKm", starts_on::text as "startsOn", ends_on::text as "endsOn",
      audience, organiser, trained_by as "trainedBy",
      coalesce(
        (
          select jsonb_object_agg(participant_group, participants)
          from workshop_participants
          where workshop_participants.workshop = workshop.id
        ),
        '{}'
      ) as participants
    from current_workshop as workshop
    join edition on edition.id = workshop.edition
    where not is_demonstration
    order by pcode, code`);
}

function flows(tx: Queryable): Promise<FlowRecord[]> {
  return tx.query<FlowRecord>(sql`
    select
      origin, crossing, destination_country as "destinationCountry", destination_province as "destinationProvince", direction,
      period, children, adults, basis, flow.source
    from current_flow as flow
    join edition on edition.id = flow.edition
    where not is_demonstration
    order by origin, crossing, destination_country, destination_province, direction, period, basis`);
}

/** Those that uploads state; what the atlas came with is not among them. */
function crossingStatuses(tx: Queryable): Promise<CrossingStatusRecord[]> {
  return tx.query<CrossingStatusRecord>(sql`
    select crossing, from_on::text as "fromOn", to_on::text as "toOn", status, source
    from current_crossing_status
    where upload is not null
    order by crossing, from_on`);
}

function presence(tx: Queryable): Promise<PresenceRecord[]> {
  return tx.query<PresenceRecord>(sql`
    select organisation, pcode, programme, from_on::text as "fromOn", to_on::text as "toOn"
    from current_presence as presence
    join edition on edition.id = presence.edition
    where not is_demonstration
    order by pcode, organisation, programme, from_on`);
}

/** Of a code that several editions know, the correction of the edition that numbers come into, else of the newest. */
function places(tx: Queryable): Promise<PlaceRecord[]> {
  return tx.query<PlaceRecord>(sql`
    with ranked as (
      select id, row_number() over (order by kind = 'boundaries', valid_from desc, id) as rank
      from edition
      where not is_demonstration
    )
    select
      correction.pcode, name_en as "nameEn", name_km as "nameKm", string_to_array(other_names, '; ') as "otherNames", lng, lat
    from current_place_correction as correction
    where edition = (
      select place.edition
      from place
      join ranked on ranked.id = place.edition
      where place.pcode = correction.pcode
      order by rank
      limit 1
    )
    order by correction.pcode collate "C"`);
}

/** Those that uploads state, and before them the rows of earlier times. */
function crosswalk(tx: Queryable): Promise<StepRecord[]> {
  return tx.query<StepRecord>(sql`
    select
      from_year as "fromYear", to_year as "toYear", from_pcode as "fromPcode", to_pcode as "toPcode",
      nullif(from_name, '') as "fromName", nullif(to_name, '') as "toName", method, share
    from current_crosswalk_row
    order by from_year, to_year, from_pcode collate "C" nulls last, to_pcode collate "C" nulls last`);
}
