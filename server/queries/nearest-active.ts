import { type Queryable, sql } from '../db/database.ts';
import { networksExisting } from './networks-on.ts';

export type NearestActiveNetwork = { network: string; pcode: string; meters: number };

/**
 * The active network nearest to a place's point on a day, geodesic, in whole metres; equal distances go by code.
 * Undefined when the place has no point or no network is active.
 */
export async function queryNearestActive(
  database: Queryable,
  { pcode, ...asked }: { edition: string; pcode: string; on: string; organisation?: string | undefined },
): Promise<NearestActiveNetwork | undefined> {
  const rows = await database.query<NearestActiveNetwork>(sql`
    select
      existing.code as network, existing.pcode,
      round(st_distance(existing.point::geography, place.point::geography))::int as meters
    from current_place as place
    cross join (${networksExisting(asked)}) as existing
    where place.edition = ${asked.edition}::text
      and place.pcode = ${pcode}::text
      and place.point is not null
      and existing.point is not null
      and last_activity > ${asked.on}::date - interval '12 months'
    order by meters, existing.code
    limit 1`);
  return rows[0];
}
