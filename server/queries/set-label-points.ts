import type { EditionId } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

/**
 * Puts a point inside every polygon of an edition (`ST_PointOnSurface`: a centroid can lie outside), unless the
 * source stated one that lies inside; forgets approximate points, for `setApproximatePoints` to set anew.
 */
export async function setLabelPoints(database: Queryable, edition: EditionId): Promise<void> {
  await database.query(sql`
    update place
    set point = null, is_point_approximate = false
    where edition = ${edition}
      and is_point_approximate`);
  await database.query(sql`
    update place
    set point = st_pointonsurface(geom)
    where edition = ${edition}
      and geom is not null
      and (point is null or not st_contains(geom, point))`);
}
