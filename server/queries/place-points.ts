import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Representative points of an edition's provinces, districts and communes by code, in degrees; those without one are left out. */
export async function queryPlacePoints(
  database: Queryable,
  edition: string,
): Promise<ReadonlyMap<Pcode, readonly [lng: number, lat: number]>> {
  const rows = await database.query<{ pcode: Pcode; lng: number; lat: number }>(sql`
    select pcode, st_x(point)::float8 as lng, st_y(point)::float8 as lat
    from current_place
    where edition = ${edition}::text
      and level between 1 and 3
      and point is not null`);
  return new Map(rows.map(({ pcode, lng, lat }) => [pcode, [lng, lat]]));
}
