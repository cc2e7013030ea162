import { type Queryable, sql } from '../db/database.ts';

/** Can PostGIS reproject from this EPSG system? */
export async function knowsCoordinateSystem(database: Queryable, epsg: number): Promise<boolean> {
  const rows = await database.query(sql`select 1::int as known from spatial_ref_sys where srid = ${epsg}::int`);
  return rows.length > 0;
}
