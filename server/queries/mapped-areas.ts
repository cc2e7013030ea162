import type { MultiPolygon } from 'geojson';
import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

export type MappedArea = {
  name: string;
  reason: 'lake' | 'no-current-commune' | 'no-code';
  geometry: MultiPolygon;
  /** The district, else province, of the edition whose code the area's own code begins with; null for water. */
  within: Pcode | null;
};

/** Areas without a place of an edition, in order of their source's codes. */
export async function mappedAreas(database: Queryable, edition: EditionId): Promise<MappedArea[]> {
  const rows = await database.query<Omit<MappedArea, 'geometry'> & { shape: string }>(sql`
    select
      name::text as name,
      reason::text as reason,
      st_asgeojson(geom, 15)::text as shape,
      (
        select max(place.pcode)
        from place
        where place.edition = area.edition
          and area.reason = 'no-current-commune'
          and place.pcode in (left(area.source_code, 2), left(area.source_code, 4))
      )::text as within
    from area_without_place as area
    where edition = ${edition}
    order by source_code collate "C"`);
  return rows.map(({ shape, ...area }) => ({ ...area, geometry: JSON.parse(shape) as MultiPolygon }));
}
