import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { Queryable } from '../db/database.ts';
import type { Share } from '../domain/statements/divide.ts';
import { placesOfCodes } from '../queries/places-of-codes.ts';
import { type RealEdition, realEditions } from '../queries/real-editions.ts';
import { querySharesOfCodes } from '../queries/shares-of-codes.ts';
import { successorsOfCodes } from '../queries/successors-of-codes.ts';
import { ImportRefused } from './outcome.ts';

/** The commune that a code of a table stands for, and how it was found. */
export type FoundPlace = {
  edition: EditionId;
  pcode: Pcode;
  by: 'code' | 'crosswalk' | 'divided' | 'older-edition';
  /** Of an older code that has been divided: the communes of today, with their shares. */
  parts?: readonly Share[];
};

/** The edition that numbers come into: the one the map opens on. Refuses when there is none but the demonstration. */
export async function receivingEdition(tx: Queryable): Promise<RealEdition> {
  const editions = await realEditions(tx);
  const edition = editions.find(({ kind }) => kind !== 'boundaries') ?? editions[0];
  if (edition !== undefined) return edition;
  throw new ImportRefused({ issue: 'no-places', values: {} });
}

/**
 * Finds the commune of each code: in the edition itself, else led on whole by the crosswalk, else divided by the shares it
 * states, else where an older edition holds it. A code that no edition knows is not in the answer.
 */
export async function findPlaces(tx: Queryable, edition: RealEdition, codes: readonly Pcode[]): Promise<Map<Pcode, FoundPlace>> {
  const holders = new Map<Pcode, EditionId>();
  for (const { code, edition: holder } of await placesOfCodes(tx, edition.id, codes)) if (!holders.has(code)) holders.set(code, holder);
  const successors = new Map(
    (await successorsOfCodes(tx, { edition: edition.id, year: edition.year }, codes)).map(({ code, to }) => [code, to]),
  );
  const parts = Map.groupBy(await querySharesOfCodes(tx, { edition: edition.id, year: edition.year }, codes), ({ code }) => code);
  const found = new Map<Pcode, FoundPlace>();
  for (const code of codes) {
    const holder = holders.get(code);
    const successor = successors.get(code);
    if (holder === edition.id) found.set(code, { edition: holder, pcode: code, by: 'code' });
    else if (successor !== undefined) found.set(code, { edition: edition.id, pcode: successor, by: 'crosswalk' });
    else if (parts.has(code)) {
      const shares = parts.get(code)?.map(({ pcode, share }) => ({ pcode, share })) ?? [];
      found.set(code, { edition: edition.id, pcode: code, by: 'divided', parts: shares });
    } else if (holder !== undefined) found.set(code, { edition: holder, pcode: code, by: 'older-edition' });
  }
  return found;
}

/** Villages that no loaded edition holds; their numbers count for their commune all the same. */
export async function strayVillages(tx: Queryable, edition: RealEdition, villages: readonly Pcode[]): Promise<Pcode[]> {
  if (villages.length === 0) return [];
  const asked = [...new Set(villages)];
  const known = new Set((await placesOfCodes(tx, edition.id, asked)).map(({ code }) => code));
  return asked.filter((village) => !known.has(village));
}
