import type { MultiPolygon } from 'geojson';
import { type Queryable, sql } from '../db/database.ts';

export type SoundShape = {
  /** In WGS 84 degrees and valid; null when nothing with an area is left of it. */
  geometry: MultiPolygon | null;
  /** False when the source's shape had to be made valid. */
  wasValid: boolean;
  /** True when all of it lies within Cambodia's surroundings. */
  isInCambodia: boolean;
};

const BATCH = 500;

/**
 * Makes shapes valid polygons in WGS 84: `ST_MakeValid`, polygons only, reprojected where their system is another.
 * A valid shape in degrees comes back to the last digit as it was.
 */
export async function soundShapes(database: Queryable, shapes: readonly MultiPolygon[], epsg: number): Promise<SoundShape[]> {
  const sound: SoundShape[] = [];
  for (let start = 0; start < shapes.length; start += BATCH) {
    const batch = shapes.slice(start, start + BATCH);
    const rows = await database.query<{ wasValid: boolean; isEmpty: boolean; isInCambodia: boolean; changed: string | null }>(sql`
      with given as materialized (
        select position, st_setsrid(st_geomfromgeojson(shape), ${epsg}::int) as geom
        from unnest(${batch.map((shape) => JSON.stringify(shape))}::text[]) with ordinality as shapes (shape, position)
      ),
      checked as materialized (
        select position, geom, st_isvalid(geom) as was_valid
        from given
      ),
      placed as materialized (
        select
          position,
          was_valid,
          was_valid and ${epsg}::int = 4326 as is_as_it_was,
          st_transform(st_multi(case when was_valid then geom else st_collectionextract(st_makevalid(geom), 3) end), 4326) as geom
        from checked
      ),
      final as materialized (
        select
          position,
          was_valid,
          case when is_as_it_was or st_isvalid(geom) then geom else st_multi(st_collectionextract(st_makevalid(geom), 3)) end as geom
        from placed
      )
      select
        was_valid::boolean as "wasValid",
        (st_isempty(geom) or not st_area(geom) > 0)::boolean as "isEmpty",
        coalesce(
          st_xmin(geom) >= 101.5 and st_xmax(geom) <= 108.5 and st_ymin(geom) >= 9 and st_ymax(geom) <= 15.5,
          false
        )::boolean as "isInCambodia",
        case when not was_valid or ${epsg}::int <> 4326 then st_asgeojson(geom, 15)::text end as changed
      from final
      order by position`);
    rows.forEach(({ wasValid, isEmpty, isInCambodia, changed }, index) => {
      const geometry = changed === null ? (batch[index] ?? null) : (JSON.parse(changed) as MultiPolygon);
      sound.push({ geometry: isEmpty ? null : geometry, wasValid, isInCambodia });
    });
    if (sound.length !== start + batch.length) throw new Error('the database lost shapes while mending them');
  }
  return sound;
}
