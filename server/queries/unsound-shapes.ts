import { type Queryable, sql } from '../db/database.ts';

/** Positions of those GeoJSON shapes that are invalid or have no area. */
export async function unsoundShapes(database: Queryable, shapes: readonly string[]): Promise<number[]> {
  if (shapes.length === 0) return [];
  const rows = await database.query<{ position: number }>(sql`
    select (position - 1)::int as position
    from (
      select st_geomfromgeojson(shape) as geom, position
      from unnest(${shapes}::text[]) with ordinality as given (shape, position)
    ) as parsed
    where not st_isvalid(geom)
      or not st_area(geom) > 0
    order by position`);
  return rows.map((row) => row.position);
}
