import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { Queryable } from '../db/database.ts';
import { queryEditionExists } from '../queries/edition-exists.ts';
import { realEditions } from '../queries/real-editions.ts';
import { vanishingPlaces } from '../queries/vanishing-places.ts';
import { ImportRefused } from './outcome.ts';

type Delivery = { id: EditionId; kind: 'gazetteer' | 'boundaries'; pcodes: readonly Pcode[] };

/** Refuses to write an edition over one of another kind, over the demonstration, or so that places of it would vanish with their data. */
export async function refuseForeignEdition(tx: Queryable, { id, kind, pcodes }: Delivery): Promise<void> {
  const known = (await realEditions(tx)).find((edition) => edition.id === id);
  if (known === undefined) {
    if (await queryEditionExists(tx, id)) throw new ImportRefused(`The edition "${id}" is the demonstration; name another with --edition.`);
    return;
  }
  if (known.kind !== kind) throw new ImportRefused(`The edition "${id}" holds ${known.kind} already; name another with --edition.`);
  const vanishing = await vanishingPlaces(tx, id, pcodes);
  if (vanishing.length === 0) return;
  const named = vanishing.slice(0, 5).join(', ');
  throw new ImportRefused(
    `The edition "${id}" holds ${vanishing.length.toLocaleString('en')} places that these files lack (${named}${vanishing.length > 5 ? ', …' : ''}); ` +
      'import all its files together, or name another edition with --edition.',
  );
}
