import type { PlaceMatch } from '../contracts/place.ts';
import { type Fragment, type Queryable, sql } from '../db/database.ts';

/** Columns of a `PlaceMatch` from a relation of places of that alias. */
export function placeMatchColumns(alias: Fragment): Fragment {
  const parentNames = (column: Fragment) => sql`array(
    select parent.${column} from current_place as parent
    where parent.edition = ${alias}.edition
      and parent.pcode in (left(${alias}.pcode, 2), left(${alias}.pcode, 4), left(${alias}.pcode, 6))
      and parent.level < ${alias}.level
    order by parent.level
  )`;
  return sql`
    ${alias}.pcode,
    (array['province', 'district', 'commune', 'village'])[${alias}.level] as level,
    ${alias}.name_en as "nameEn", ${alias}.name_km as "nameKm",
    ${parentNames(sql`name_en`)} as "parentsEn", ${parentNames(sql`name_km`)} as "parentsKm"`;
}

/** The places of these codes, by code; unknown ones are left out. */
export function queryPlaceMatches(
  database: Queryable,
  { edition, pcodes }: { edition: string; pcodes: readonly string[] },
): Promise<PlaceMatch[]> {
  return database.query<PlaceMatch>(sql`
    select ${placeMatchColumns(sql`place`)}
    from current_place as place
    where edition = ${edition}::text
      and place.pcode = any(${pcodes}::text[])
    order by place.pcode`);
}
