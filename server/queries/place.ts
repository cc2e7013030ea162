import type { PlaceProfile } from '../contracts/profile.ts';
import { type Queryable, sql } from '../db/database.ts';
import { placeMatchColumns } from './place-matches.ts';

/** One place with its names, its parents', its point and where its polygon comes from; undefined when there is none of the code. */
export async function queryPlace(
  database: Queryable,
  { edition, pcode }: { edition: string; pcode: string },
): Promise<PlaceProfile['place'] | undefined> {
  const rows = await database.query<PlaceProfile['place']>(sql`
    select
      ${placeMatchColumns(sql`place`)}, geometry_source as "geometrySource",
      st_x(point)::float8 as lng, st_y(point)::float8 as lat
    from current_place as place
    where edition = ${edition}::text
      and place.pcode = ${pcode}::text`);
  return rows[0];
}
