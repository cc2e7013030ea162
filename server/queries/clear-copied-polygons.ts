import type { EditionId } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Takes away every polygon that an edition does not hold itself, with its label point and its areas without a place. */
export async function clearCopiedPolygons(database: Queryable, edition: EditionId): Promise<void> {
  await database.query(sql`
    update place
    set geom = null, geometry_source = null, point = null, is_point_approximate = false
    where edition = ${edition}
      and geometry_source <> ${edition}`);
  await database.query(sql`delete from area_without_place where edition = ${edition}`);
}
