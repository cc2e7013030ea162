import { type Queryable, sql } from '../db/database.ts';

type PairEnd = { lng: number; lat: number };

/** Distance of each pair on the WGS 84 ellipsoid in whole metres, in the order given. */
export async function queryGeodesicDistances(database: Queryable, pairs: readonly { from: PairEnd; to: PairEnd }[]): Promise<number[]> {
  if (pairs.length === 0) return [];
  const rows = await database.query<{ meters: number }>(sql`
    select round(st_distance(st_makepoint(from_lng, from_lat)::geography, st_makepoint(to_lng, to_lat)::geography))::int as meters
    from unnest(
      ${pairs.map(({ from }) => from.lng)}::float8[], ${pairs.map(({ from }) => from.lat)}::float8[],
      ${pairs.map(({ to }) => to.lng)}::float8[], ${pairs.map(({ to }) => to.lat)}::float8[]
    ) with ordinality as pair(from_lng, from_lat, to_lng, to_lat, nth)
    order by nth`);
  return rows.map((row) => row.meters);
}
