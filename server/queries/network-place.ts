import { type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

export type NetworkPlace = { pcode: string; isLocated: boolean };

/** Commune of a network in the edition's codes, and whether it has a point; undefined when there is no such network. */
export async function queryNetworkPlace(
  database: Queryable,
  { edition, network }: { edition: string; network: string },
): Promise<NetworkPlace | undefined> {
  const rows = await database.query<NetworkPlace>(sql`
    select same.to_pcode as pcode, place.point is not null as "isLocated"
    from current_network as network
    cross join lateral (${ledTo(edition, { edition: sql`network.edition`, pcode: sql`network.pcode` })}) as same
    join current_place as place on place.edition = ${edition}::text and place.pcode = same.to_pcode
    where code = ${network}::text
    order by same.to_pcode
    limit 1`);
  return rows[0];
}
