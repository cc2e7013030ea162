import { type Queryable, sql } from '../db/database.ts';
import { lastDayOfQuarter, type NetworkReportRecord } from '../domain/records/record.ts';

/** Adds what networks report of quarters, as stated by one upload, which states each network and quarter once. */
export async function insertNetworkReports(
  database: Queryable,
  { upload, edition }: { upload: number; edition: string },
  reports: readonly NetworkReportRecord[],
): Promise<void> {
  await database.copyIn(
    'network_report',
    [
      'upload',
      'edition',
      'network',
      'period',
      'ends_on',
      'sessions',
      'people_reached',
      'cases_monitored',
      'cases_reported',
      'children_referred',
      'cases_suspected',
    ],
    reports.map((report) => [
      upload,
      edition,
      report.network,
      report.period,
      lastDayOfQuarter(report.period),
      report.sessions,
      report.peopleReached,
      report.casesMonitored,
      report.casesReported,
      report.childrenReferred,
      report.casesSuspected,
    ]),
  );
  const ids = await database.query<{ id: number; key: string }>(sql`
    select id::int as id, network || ' ' || period as key
    from network_report
    where upload = ${upload}::int and edition = ${edition}::text`);
  const idOf = new Map(ids.map(({ id, key }) => [key, id]));
  await database.copyIn(
    'network_report_topic',
    ['report', 'topic', 'sessions', 'people_reached'],
    reports.flatMap(({ network, period, byTopic }) =>
      Object.entries(byTopic).map(([topic, { sessions, peopleReached }]) => [
        idOf.get(`${network} ${period}`) ?? null,
        topic,
        sessions,
        peopleReached,
      ]),
    ),
  );
}
