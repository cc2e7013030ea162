import { EditionId } from '../contracts/edition.ts';
import type { Queryable } from '../db/database.ts';
import { layoutOfEdition } from '../queries/layout-of-edition.ts';
import type { DescribedEdition } from './edition-options.ts';

/**
 * The edition under the name it has already. Boundaries of a year were once named alike whatever their source
 * (`boundaries-2014`): those of the same layout are delivered anew under that name, for links and sources that hold it.
 */
export async function underItsEarlierName(database: Queryable, edition: DescribedEdition, layout: string): Promise<DescribedEdition> {
  const earlier = EditionId.parse(`boundaries-${edition.validFrom.slice(0, 4)}`);
  const isKnown = (await layoutOfEdition(database, edition.id)) === undefined && (await layoutOfEdition(database, earlier)) === layout;
  return isKnown ? { ...edition, id: earlier } : edition;
}
