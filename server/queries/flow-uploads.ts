import type { WhereFrom } from '../contracts/where-from.ts';
import { type Queryable, sql } from '../db/database.ts';
import { type FlowsAsked, flowsAsked } from './flows.ts';
import { joinUploads, whereFrom } from './where-from.ts';

/** The uploads that flows rest on; with the lines of their files where they are of one crossing or from one place. */
export function queryFlowUploads(database: Queryable, asked: FlowsAsked): Promise<WhereFrom[]> {
  const isOfOne = asked.crossing !== undefined || asked.origin !== undefined;
  return database.query<WhereFrom>(sql`
    with used as (
      select distinct
        flow.upload,
        concat_ws(
          ' ', flow.origin, crossing, destination_country || ':' || destination_province, direction, flow.period, basis
        ) as about,
        basis = 'estimated' as is_estimated
      from ${flowsAsked(asked)}
    )
    select ${whereFrom(sql`${isOfOne}::boolean`)}
    from used
    ${joinUploads}
    group by upload.id
    order by upload.id`);
}
