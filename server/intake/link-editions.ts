import type { Queryable } from '../db/database.ts';
import { clearCopiedPolygons } from '../queries/clear-copied-polygons.ts';
import { copyAreas } from '../queries/copy-areas.ts';
import { copyPolygons } from '../queries/copy-polygons.ts';
import { nameUnnamedPlaces } from '../queries/name-unnamed-places.ts';
import { realEditions } from '../queries/real-editions.ts';
import { type EditionPair, rebuildCrosswalk } from '../queries/rebuild-crosswalk.ts';
import { publishEdition, type Say } from './publish-edition.ts';

/**
 * Joins what is loaded, in whatever order it came: every gazetteer takes its polygons from the newest boundaries,
 * through the crosswalk where one is there, and what changed is published anew. Returns the pairs, newest gazetteer first.
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
    say(`Joining the places of ${gazetteer.id} to the polygons of ${source.id}`);
    const pair = { from: source.id, fromYear: source.year, to: gazetteer.id, toYear: gazetteer.year };
    await clearCopiedPolygons(tx, gazetteer.id);
    await copyPolygons(tx, pair);
    await copyAreas(tx, pair);
    stale.add(gazetteer.id);
    pairs.push(pair);
  }
  for (const edition of stale) await publishEdition(tx, edition, say);
  return pairs;
}
