import type { PlaceMatch } from '../contracts/place.ts';
import { type Queryable, sql } from '../db/database.ts';
import { placeMatchColumns } from './place-matches.ts';

/** Half a metre: distances are told in whole metres, and what is told as the reach is inside it. */
const ROUNDING_METERS = 0.5;

/**
 * Communes whose point lies within the reach of a place's point, on the ellipsoid, the nearest first. Exactly the reach
 * is inside.
 */
export function queryCommunesInReach(
  database: Queryable,
  { edition, pcode, reachMeters }: { edition: string; pcode: string; reachMeters: number },
): Promise<(PlaceMatch & { meters: number })[]> {
  return database.query<PlaceMatch & { meters: number }>(sql`
    select ${placeMatchColumns(sql`commune`)}, round(st_distance(commune.point::geography, centre.point::geography))::int as meters
    from current_place as centre
    join current_place as commune
      on commune.edition = centre.edition
      and commune.level = 3
      and st_dwithin(commune.point::geography, centre.point::geography, ${reachMeters + ROUNDING_METERS}::float8)
    where centre.edition = ${edition}::text
      and centre.pcode = ${pcode}::text
      and round(st_distance(commune.point::geography, centre.point::geography)) <= ${reachMeters}::int
    order by meters, commune.pcode`);
}
