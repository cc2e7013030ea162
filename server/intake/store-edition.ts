import type { Queryable } from '../db/database.ts';
import { placeSearchText } from '../domain/places/search-text.ts';
import { type AreaWithoutPlace, replaceAreas } from '../queries/replace-areas.ts';
import { type EditionFacts, upsertEdition } from '../queries/upsert-edition.ts';
import { type EditionPlace, upsertPlaces } from '../queries/upsert-places.ts';
import { publishEdition, type Say } from './publish-edition.ts';

export type NewEdition = EditionFacts & {
  /** Every place with its parents; villages may come without geometry. */
  places: readonly EditionPlace[];
  areasWithoutPlace: readonly AreaWithoutPlace[];
};

/**
 * Stores an edition of the map with its places and publishes its files: place columns, and TopoJSON of every level
 * in two details. Run it in a transaction, so that a failure leaves nothing behind.
 * Polygons are valid and in WGS 84 degrees; districts and provinces without one are dissolved from their communes.
 */
export async function storeEdition(tx: Queryable, edition: NewEdition, say: Say): Promise<void> {
  say(`Storing ${edition.places.length.toLocaleString('en')} places`);
  await writeEdition(tx, edition);
  await publishEdition(tx, edition.id, say);
}

/** Writes an edition without publishing it. */
export async function writeEdition(tx: Queryable, edition: NewEdition): Promise<void> {
  await upsertEdition(tx, edition);
  await upsertPlaces(tx, edition.id, edition.places, (place) => placeSearchText(place.nameEn, place.nameKm));
  await replaceAreas(tx, edition.id, edition.areasWithoutPlace);
}
