import type { MultiPolygon } from 'geojson';
import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

export type MappedPlace = {
  pcode: Pcode;
  /** The place's own or copied polygon, at the source's precision; null without one and for dissolved ones. */
  geometry: MultiPolygon | null;
};

/** Provinces, districts and communes of an edition in order of their pcodes. */
export async function mappedPlaces(database: Queryable, edition: EditionId): Promise<MappedPlace[]> {
  const rows = await database.query<Omit<MappedPlace, 'geometry'> & { shape: string | null }>(sql`
    select
      pcode::text as pcode,
      case when geometry_source <> 'dissolved' then st_asgeojson(geom, 15)::text end as shape
    from place
    where edition = ${edition}
      and level <= 3
    order by pcode collate "C"`);
  return rows.map(({ shape, ...place }) => ({ ...place, geometry: shape === null ? null : (JSON.parse(shape) as MultiPolygon) }));
}
