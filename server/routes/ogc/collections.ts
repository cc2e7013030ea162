import type { Database } from '../../db/database.ts';
import { queryDataVersion } from '../../queries/data-version.ts';
import { queryEditions } from '../../queries/editions.ts';
import type { Collection, CollectionKind } from './collection.ts';
import { crossingCollections } from './crossings.ts';
import { networkCollections } from './networks.ts';
import { placeCollections } from './places.ts';
import { valueCollections } from './values.ts';
import { workshopCollections } from './workshops.ts';

/** All kinds of collections, in the order a client lists them. */
const KINDS: readonly CollectionKind[] = [valueCollections, placeCollections, networkCollections, workshopCollections, crossingCollections];

/** Reads all layers that can be opened now; again only when the data have changed, for clients ask page by page. */
export function collectionsOf(database: Database): () => Promise<Collection[]> {
  let known: { version: number; collections: Collection[] } | undefined;
  return async () => {
    const version = await queryDataVersion(database);
    if (known?.version !== version) known = { version, collections: await readCollections(database) };
    return known.collections;
  };
}

/** The layers of the edition a visitor sees first stand before the others of their kind. */
async function readCollections(database: Database): Promise<Collection[]> {
  const editions = await queryEditions(database);
  const collections: Collection[] = [];
  for (const kind of KINDS) collections.push(...(await kind(database, editions)));
  return collections;
}
