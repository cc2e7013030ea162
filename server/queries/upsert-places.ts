import type { MultiPolygon } from 'geojson';
import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { PlaceType } from '../contracts/place.ts';
import { type Queryable, sql } from '../db/database.ts';

export type EditionPlace = {
  pcode: Pcode;
  nameEn: string;
  /** Empty where the source has none. */
  nameKm: string;
  type?: PlaceType | undefined;
  /** Valid, in WGS 84 degrees. */
  geometry: MultiPolygon | null;
  /** A point the source states; a place with a polygon keeps it only when it lies inside. */
  point?: readonly [lng: number, lat: number] | undefined;
};

/** Rows a statement: keeps one message to the database at a few MB, whatever the polygons' detail. */
const BATCH = 500;

/**
 * Writes places of an edition, parents first; a place that is there already takes the new name, type, polygon and
 * point. `searchText` makes the text that search compares.
 */
export async function upsertPlaces(
  database: Queryable,
  edition: EditionId,
  places: readonly EditionPlace[],
  searchText: (place: EditionPlace) => string,
): Promise<void> {
  const sorted = places.toSorted((a, b) => (a.pcode < b.pcode ? -1 : 1));
  for (let start = 0; start < sorted.length; start += BATCH) {
    const batch = sorted.slice(start, start + BATCH);
    const column = (read: (place: EditionPlace) => string) => batch.map(read);
    await database.query(sql`
      insert into place (edition, pcode, name_en, name_km, type, search_text, geom, point, geometry_source)
      select
        ${edition}::text,
        pcode,
        name_en,
        name_km,
        nullif(type, ''),
        search_text,
        st_multi(st_geomfromgeojson(nullif(shape, ''))),
        st_geomfromgeojson(nullif(point, '')),
        case when shape <> '' then ${edition}::text end
      from unnest(
        ${column((place) => place.pcode)}::text[],
        ${column((place) => place.nameEn)}::text[],
        ${column((place) => place.nameKm)}::text[],
        ${column((place) => place.type ?? '')}::text[],
        ${column(searchText)}::text[],
        ${column((place) => (place.geometry === null ? '' : JSON.stringify(place.geometry)))}::text[],
        ${column((place) => (place.point === undefined ? '' : JSON.stringify({ type: 'Point', coordinates: place.point })))}::text[]
      ) as incoming (pcode, name_en, name_km, type, search_text, shape, point)
      on conflict (edition, pcode) do update set
        name_en = excluded.name_en,
        name_km = excluded.name_km,
        type = excluded.type,
        search_text = excluded.search_text,
        geom = excluded.geom,
        point = excluded.point,
        is_point_approximate = false,
        geometry_source = excluded.geometry_source`);
  }
}
