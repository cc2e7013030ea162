import type { Queryable } from '../db/database.ts';
import { queryEditionsCorrected } from '../queries/editions-corrected.ts';
import { publishNames } from './publish-names.ts';

type Change = { dataset: string; upload: number };

/** Makes anew what the map reads of places, after an upload about places has come in or was taken back; others leave it alone. */
export async function renewPlaces(tx: Queryable, { dataset, upload }: Change): Promise<void> {
  if (dataset !== 'places') return;
  for (const edition of await queryEditionsCorrected(tx, upload)) await publishNames(tx, edition);
}
