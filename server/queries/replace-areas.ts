import type { MultiPolygon } from 'geojson';
import type { EditionId } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

/** A polygon of an edition that is no place of it. */
export type AreaWithoutPlace = {
  /** The source's own code of it, unique in the edition. */
  sourceCode: string;
  name: string;
  reason: 'lake' | 'no-current-commune' | 'no-code';
  /** Valid, in WGS 84 degrees. */
  geometry: MultiPolygon;
};

/** Writes the areas without a place of an edition, in place of those it had. */
export async function replaceAreas(database: Queryable, edition: EditionId, areas: readonly AreaWithoutPlace[]): Promise<void> {
  await database.query(sql`delete from area_without_place where edition = ${edition}`);
  if (areas.length === 0) return;
  await database.query(sql`
    insert into area_without_place (edition, source_code, name, reason, geom)
    select ${edition}::text, source_code, name, reason, st_multi(st_geomfromgeojson(shape))
    from unnest(
      ${areas.map((area) => area.sourceCode)}::text[],
      ${areas.map((area) => area.name)}::text[],
      ${areas.map((area) => area.reason)}::text[],
      ${areas.map((area) => JSON.stringify(area.geometry))}::text[]
    ) as incoming (source_code, name, reason, shape)`);
}
