import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

export type NamedPlace = { pcode: Pcode; nameEn: string; nameKm: string };

/** Provinces, districts and communes of an edition with their names, in order of their codes. */
export function queryNamedPlaces(database: Queryable, edition: string): Promise<NamedPlace[]> {
  return database.query<NamedPlace>(sql`
    select pcode, name_en as "nameEn", name_km as "nameKm"
    from current_place as place
    where edition = ${edition}::text
      and level <= 3
    order by pcode collate "C"`);
}
