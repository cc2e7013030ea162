import type { BorderCountry } from '../contracts/crossing.ts';
import type { Flow, FlowDirection } from '../contracts/flow.ts';
import { type Fragment, type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

export type FlowsAsked = {
  edition: string;
  /** Calendar year; months and quarters of it are added up. */
  period: string;
  /** Digits of the origin's code: 2 province, 4 district, 6 commune. */
  originDigits: number;
  direction?: FlowDirection | undefined;
  crossing?: string | undefined;
  /** Corridors from this place and the places in it. */
  origin?: string | undefined;
  destination?: { country?: BorderCountry | undefined; province?: string | undefined } | undefined;
};

/**
 * People a corridor, direction and basis, in the edition's codes, the widest first. An origin that is known only
 * coarser than asked keeps its own, shorter code: nothing is left out and nothing is shared out. Where a year is
 * stated whole its parts are not added to it.
 */
export function queryFlows(database: Queryable, asked: FlowsAsked): Promise<Flow[]> {
  return database.query<Flow>(sql`
    select
      left(same.to_pcode, ${asked.originDigits}::int) as origin, crossing, destination_country as "destinationCountry",
      destination_province as "destinationProvince", direction, basis,
      sum(children)::int as children, sum(adults)::int as adults
    from ${flowsAsked(asked)}
    group by 1, 2, 3, 4, 5, 6
    order by sum(children + adults) desc, 1, 2, 4, 5, 6`);
}

/** The rows `flow` that were asked for, each with its origin's code in the edition, `same.to_pcode`. */
export function flowsAsked({ edition, period, direction, crossing, origin, destination }: FlowsAsked): Fragment {
  return sql`
    counted_flow as flow
    cross join lateral (${ledTo(edition, { edition: sql`flow.edition`, pcode: sql`flow.origin` })}) as same
    where left(flow.period, 4) = ${period}::text
      and ${direction === undefined ? sql`true` : sql`direction = ${direction}::text`}
      and ${crossing === undefined ? sql`true` : sql`crossing = ${crossing}::text`}
      and ${origin === undefined ? sql`true` : sql`same.to_pcode like ${origin}::text || '%'`}
      and ${destination?.country === undefined ? sql`true` : sql`destination_country = ${destination.country}::text`}
      and ${destination?.province === undefined ? sql`true` : sql`destination_province = ${destination.province}::text`}`;
}
