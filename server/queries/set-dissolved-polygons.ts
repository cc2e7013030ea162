import type { MultiPolygon } from 'geojson';
import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Gives places the polygons dissolved from their communes; places dissolved before and not named lose theirs. */
export async function setDissolvedPolygons(
  database: Queryable,
  edition: EditionId,
  polygons: ReadonlyMap<Pcode, MultiPolygon>,
): Promise<void> {
  await database.query(sql`
    update place
    set geom = null, geometry_source = null
    where edition = ${edition}
      and geometry_source = 'dissolved'`);
  if (polygons.size === 0) return;
  await database.query(sql`
    update place
    set
      geom = st_multi(st_collectionextract(st_makevalid(st_geomfromgeojson(shape)), 3)),
      geometry_source = 'dissolved'
    from unnest(
      ${[...polygons.keys()]}::text[],
      ${[...polygons.values()].map((polygon) => JSON.stringify(polygon))}::text[]
    ) as dissolved (dissolved_pcode, shape)
    where edition = ${edition}
      and pcode = dissolved_pcode
      and geom is null`);
}
