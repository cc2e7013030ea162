import { type Queryable, sql } from '../db/database.ts';

export type StatedPoint = { edition: string; pcode: string; lng: number; lat: number };

/**
 * Of points in their order, the positions from 0 of those that lie outside the polygon of their place, or, where it has none, of
 * the smallest place around it that has one; and the code of that place.
 */
export function queryPointsOutside(database: Queryable, points: readonly StatedPoint[]): Promise<{ index: number; area: string }[]> {
  return database.query<{ index: number; area: string }>(sql`
    select (nth - 1)::int as index, area
    from unnest(
      ${points.map(({ edition }) => edition)}::text[], ${points.map(({ pcode }) => pcode)}::text[],
      ${points.map(({ lng }) => lng)}::float8[], ${points.map(({ lat }) => lat)}::float8[]
    ) with ordinality as stated (edition, pcode, lng, lat, nth)
    cross join lateral (
      select place.pcode as area, geom
      from place
      where place.edition = stated.edition
        and place.pcode in (stated.pcode, left(stated.pcode, 6), left(stated.pcode, 4), left(stated.pcode, 2))
        and geom is not null
      order by level desc
      limit 1
    ) as around
    where not st_intersects(geom, st_setsrid(st_makepoint(lng, lat), 4326))`);
}
