import { type Queryable, sql } from '../db/database.ts';

/** What a network reports of one quarter: counts only. */
export type NewNetworkReport = {
  period: string;
  endsOn: string;
  sessions: number;
  peopleReached: number;
  casesMonitored: number;
  casesReported: number;
  childrenReferred: number;
};

export type NewNetwork = {
  code: string;
  pcode: string;
  organisation: string;
  foundedOn: string;
  closedOn: string | null;
  villagesCovered: number | null;
  childPeerEducators: number;
  /** Members by group. */
  members: Readonly<Record<string, number>>;
  reports: readonly NewNetworkReport[];
};

/** Adds networks with their members and reports, as stated by one upload. Throws when a code is taken in the edition. */
export async function insertNetworks(
  database: Queryable,
  { upload, edition }: { upload: number; edition: string },
  networks: readonly NewNetwork[],
): Promise<void> {
  await database.copyIn(
    'network',
    ['upload', 'edition', 'pcode', 'code', 'organisation', 'founded_on', 'closed_on', 'villages_covered', 'child_peer_educators'],
    networks.map((row) => [
      upload,
      edition,
      row.pcode,
      row.code,
      row.organisation,
      row.foundedOn,
      row.closedOn,
      row.villagesCovered,
      row.childPeerEducators,
    ]),
  );
  const ids = await database.query<{ id: number; code: string }>(
    sql`select id::int as id, code from network where upload = ${upload}::int`,
  );
  const idOf = new Map(ids.map(({ id, code }) => [code, id]));
  const withId = networks.map((row) => ({ ...row, id: idOf.get(row.code) ?? null }));
  await database.copyIn(
    'network_members',
    ['network', 'member_group', 'members'],
    withId.flatMap(({ id, members }) => Object.entries(members).map(([group, number]) => [id, group, number])),
  );
  await database.copyIn(
    'network_report',
    ['network', 'period', 'ends_on', 'sessions', 'people_reached', 'cases_monitored', 'cases_reported', 'children_referred'],
    withId.flatMap(({ id, reports }) =>
      reports.map((report) => [
        id,
        report.period,
        report.endsOn,
        report.sessions,
        report.peopleReached,
        report.casesMonitored,
        report.casesReported,
        report.childrenReferred,
      ]),
    ),
  );
}
