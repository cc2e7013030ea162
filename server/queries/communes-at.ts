import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Degrees, WGS 84. */
export type LngLat = { lng: number; lat: number };

/** Code of the commune that holds each point, in their order; on a shared border the lower code; undefined outside all. */
export async function queryCommunesAt(database: Queryable, edition: string, points: readonly LngLat[]): Promise<(Pcode | undefined)[]> {
  const rows = await database.query<{ pcode: Pcode | null }>(sql`
    select (
      select pcode
      from place
      where edition = ${edition}::text
        and level = 3
        and st_intersects(geom, st_setsrid(st_makepoint(asked.lng, asked.lat), 4326))
      order by pcode
      limit 1
    ) as pcode
    from unnest(${points.map(({ lng }) => lng)}::float8[], ${points.map(({ lat }) => lat)}::float8[])
      with ordinality as asked (lng, lat, index)
    order by index`);
  return rows.map(({ pcode }) => pcode ?? undefined);
}
