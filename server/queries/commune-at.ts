import { type Queryable, sql } from '../db/database.ts';

/** Code of the commune that holds the point, degrees WGS 84; on a shared border the lower code; undefined outside all. */
export async function queryCommuneAt(
  database: Queryable,
  { edition, lng, lat }: { edition: string; lng: number; lat: number },
): Promise<string | undefined> {
  const rows = await database.query<{ pcode: string }>(sql`
    select pcode
    from place
    where edition = ${edition}::text
      and level = 3
      and st_intersects(geom, st_setsrid(st_makepoint(${lng}::float8, ${lat}::float8), 4326))
    order by pcode
    limit 1`);
  return rows[0]?.pcode;
}
