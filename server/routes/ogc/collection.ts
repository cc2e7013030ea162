import type { Feature } from 'geojson';
import type { Edition } from '../../contracts/edition.ts';
import type { Database } from '../../db/database.ts';
import type { ExportSheet } from '../../exports/sheet.ts';
import type { Box } from '../../queries/networks-on.ts';
import type { TimeSpan } from './time.ts';

/** Which features of a collection: all that are there if nothing is said. */
type Wanted = { boxes?: readonly Box[] | undefined; time?: TimeSpan | undefined };

/**
 * What a client of OGC API Features opens as one layer. Names are parted by `_`, which neither editions nor indicators hold,
 * so that no two collections can share one.
 */
export type Collection = {
  id: string;
  title: string;
  /** What the features are, of which time, from which source, and whether their numbers are invented. */
  description: string;
  bbox: Edition['bbox'];
  /** First and last day of the features, null where open; undefined where they have no time. */
  days?: readonly [from: string | null, to: string | null];
  /** What its features say of themselves. */
  fields: ExportSheet['fields'];
  /** Ids of the features, in an order that stays. */
  find: (wanted: Wanted) => Promise<readonly string[]>;
  /** The features of these ids, in their order; those that are not there are left out. */
  draw: (ids: readonly string[], time: TimeSpan | undefined) => Promise<Feature[]>;
};

/** One kind of collections: those an atlas with these editions has. */
export type CollectionKind = (database: Database, editions: readonly Edition[]) => Promise<Collection[]>;

/** Features in the order of the ids asked for. */
export function inOrder(ids: readonly string[], features: readonly Feature[]): Feature[] {
  const byId = new Map(features.map((feature) => [String(feature.id), feature]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
