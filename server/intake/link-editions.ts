import type { Queryable } from '../db/database.ts';
import { clearCopiedPolygons } from '../queries/clear-copied-polygons.ts';
import { copyAreas } from '../queries/copy-areas.ts';
import { copyPolygons } from '../queries/copy-polygons.ts';
import { nameUnnamedPlaces } from '../queries/name-unnamed-places.ts';
import { polygonSources } from '../queries/polygon-sources.ts';
import { realEditions } from '../queries/real-editions.ts';
import { type EditionPair, rebuildCrosswalk } from '../queries/rebuild-crosswalk.ts';
import { publishEdition, type Say } from './publish-edition.ts';

/**
 * Joins what is loaded, in whatever order it came: every gazetteer takes its polygons from the newest boundaries,
 * through the crosswalk where one is there, and what changed is published anew. Returns the pairs, newest gazetteer first.
 * What is drawn from other editions than `written` stays as it is.
 * `written` is the edition whose places have just been written.
 */
export async function linkEditions(tx: Queryable, written: string | undefined, say: Say): Promise<EditionPair[]> {
  const editions = await realEditions(tx);
  const gazetteers = editions.filter((edition) => edition.kind === 'gazetteer');
  const boundaries = editions.filter((edition) => edition.kind === 'boundaries');
  const stale = new Set(written === undefined ? [] : [written]);
  const pairs: EditionPair[] = [];
  for (const gazetteer of gazetteers) {
    for (const older of boundaries) {
      await rebuildCrosswalk(tx, { from: older.id, fromYear: older.year, to: gazetteer.id, toYear: gazetteer.year });
      if ((await nameUnnamedPlaces(tx, { from: gazetteer.id, to: older.id })) > 0) stale.add(older.id);
    }
    const source = boundaries.find((older) => older.hasCommunePolygons) ?? boundaries[0];
    if (source === undefined) continue;
    const pair = { from: source.id, fromYear: source.year, to: gazetteer.id, toYear: gazetteer.year };
    pairs.push(pair);
    const isUntouched = written !== undefined && written !== gazetteer.id && written !== source.id;
    if (isUntouched && (await polygonSources(tx, gazetteer.id)).every((id) => id === source.id)) continue;
    say(`Joining the places of ${gazetteer.id} to the polygons of ${source.id}`);
    await clearCopiedPolygons(tx, gazetteer.id);
    await copyPolygons(tx, pair);
    await copyAreas(tx, pair);
    stale.add(gazetteer.id);
  }
  for (const edition of stale) await publishEdition(tx, edition, say);
  return pairs;
}
