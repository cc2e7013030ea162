import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/** `lng` and `lat` are null where the place has no point. */
export type PlaceAsCalled = {
  pcode: Pcode;
  nameEn: string;
  nameKm: string;
  lng: number | null;
  lat: number | null;
  hasPolygon: boolean;
};

/** Provinces, districts and communes of an edition with their names and points as corrected, in order of their codes. */
export function queryPlacesAsCalled(database: Queryable, edition: EditionId): Promise<PlaceAsCalled[]> {
  return database.query<PlaceAsCalled>(sql`
    select
      pcode::text as pcode, name_en::text as "nameEn", name_km::text as "nameKm",
      st_x(point)::float8 as lng, st_y(point)::float8 as lat, (geom is not null)::boolean as "hasPolygon"
    from current_place
    where edition = ${edition}
      and level <= 3
    order by pcode collate "C"`);
}
