import { type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';
import { rulingStatements } from './ruling-statements.ts';

export type RegisterSum = { measure: string; province: string; number: number };

/**
 * What networks reported of a year's cases, how many Child-Peer Educators they had on its last day, and how many
 * obligations its workshops noted, added up by province. A province of which nobody says anything is left out.
 */
export function queryRegisterSums(database: Queryable, { edition, period }: { edition: string; period: string }): Promise<RegisterSum[]> {
  return database.query<RegisterSum>(sql`
    with networks as materialized (
      select network.code, child_peer_educators, left(to_pcode, 2) as province, edition.is_demonstration,
        founded_on <= ${`${period}-12-31`}::date and (closed_on is null or closed_on > ${`${period}-12-31`}::date) as is_open
      from current_network as network
      cross join lateral (${ledTo(edition, { edition: sql`network.edition`, pcode: sql`network.pcode` })}) as same
      join edition on edition.id = network.edition
    ),
    reported as (
      select province, sum(cases_monitored) as monitored, sum(cases_reported) as reported, sum(children_referred) as referred
      from networks
      join current_network_report as report on report.network = networks.code and report.is_demonstration = networks.is_demonstration
      where left(report.period, 4) = ${period}::text
      group by province
    )
    select 'cases-monitored' as measure, province, monitored::int as number from reported
    union all
    select 'cases-reported', province, reported::int from reported
    union all
    select 'children-referred', province, referred::int from reported
    union all
    select 'child-peer-educators', province, sum(child_peer_educators)::int
    from networks
    where is_open and child_peer_educators is not null
    group by province
    union all
    select 'obligations', left(pcode, 2), count(obligation.code)::int
    from (${rulingStatements({ edition, period, subject: 'vsnp-assessments' })}) as ruling
    left join obligation on obligation.assessment = ruling.id
    group by left(pcode, 2)
    order by 1, 2`);
}
