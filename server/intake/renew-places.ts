import type { Queryable } from '../db/database.ts';
import { queryEditionsCorrected } from '../queries/editions-corrected.ts';
import type { EditionPair } from '../queries/rebuild-crosswalk.ts';
import { linkEditions } from './link-editions.ts';
import type { Say } from './publish-edition.ts';
import { publishNames } from './publish-names.ts';

type Change = { dataset: string; upload: number };

/**
 * Makes anew what follows from places, after an upload about them has come in or was taken back: what the map reads of their
 * names, or how editions are joined. Others leave it alone. Returns the pairs of editions that were joined.
 */
export async function renewPlaces(tx: Queryable, { dataset, upload }: Change, say: Say): Promise<EditionPair[]> {
  if (dataset === 'crosswalk') return linkEditions(tx, undefined, say);
  if (dataset === 'places') for (const edition of await queryEditionsCorrected(tx, upload)) await publishNames(tx, edition);
  return [];
}
