import type { Database } from '../../db/database.ts';
import { queryEditions } from '../../queries/editions.ts';
import type { Collection, CollectionKind } from './collection.ts';
import { crossingCollections } from './crossings.ts';
import { networkCollections } from './networks.ts';
import { placeCollections } from './places.ts';
import { valueCollections } from './values.ts';
import { workshopCollections } from './workshops.ts';

/** All kinds of collections, in the order a client lists them. */
const KINDS: readonly CollectionKind[] = [valueCollections, placeCollections, networkCollections, workshopCollections, crossingCollections];

/** All layers that can be opened now, those of the edition a visitor sees first before the others of their kind. */
export async function readCollections(database: Database): Promise<Collection[]> {
  const editions = await queryEditions(database);
  const collections: Collection[] = [];
  for (const kind of KINDS) collections.push(...(await kind(database, editions)));
  return collections;
}
