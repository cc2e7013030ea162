import { type Queryable, sql } from '../db/database.ts';

export type CommunePoint = { pcode: string; lng: number | null; lat: number | null };

/** All communes of the edition in place order with their representative points. */
export function queryCommunePoints(database: Queryable, edition: string): Promise<CommunePoint[]> {
  return database.query<CommunePoint>(sql`
    select pcode, st_x(point)::float8 as lng, st_y(point)::float8 as lat
    from current_place as place
    where edition = ${edition}::text
      and level = 3
    order by pcode`);
}
