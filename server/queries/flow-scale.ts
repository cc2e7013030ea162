import { type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

/** Top of the width scale: most people of any corridor from a province, in any year, one direction and basis; and the sources of a year. */
export async function queryFlowScale(
  database: Queryable,
  { edition, period }: { edition: string; period: string },
): Promise<{ maximum: number; sources: string[] }> {
  const [scale] = await database.query<{ maximum: number; sources: string[] }>(sql`
    with known as (
      select flow.*, left(same.to_pcode, 2) as province, left(flow.period, 4) as year
      from counted_flow as flow
      cross join lateral (${ledTo(edition, { edition: sql`flow.edition`, pcode: sql`flow.origin` })}) as same
    )
    select
      coalesce((
        select max(people) from (
          select sum(children + adults) as people
          from known
          group by year, province, crossing, destination_country, destination_province, direction, basis
        ) as corridor
      ), 0)::int as maximum,
      array(select distinct source from known where year = ${period}::text order by source) as sources`);
  return scale ?? { maximum: 0, sources: [] };
}
