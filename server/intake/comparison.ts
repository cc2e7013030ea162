import type { Findings } from '../contracts/import.ts';
import type { Queryable } from '../db/database.ts';
import { toSearchText } from '../domain/places/search-text.ts';
import { compareEditions } from '../queries/compare-editions.ts';
import type { EditionPair } from '../queries/rebuild-crosswalk.ts';

/** Communes of the newest gazetteer and of the boundaries it takes its polygons from, side by side; empty without a pair. */
export async function compareCommunes(tx: Queryable, pair: EditionPair | undefined): Promise<Findings> {
  const communes = pair === undefined ? [] : await compareEditions(tx, pair);
  const both = communes.filter((commune) => commune.inBoundaries && commune.inGazetteer);
  const older = communes.filter((commune) => commune.inBoundaries && !commune.inGazetteer);
  const newer = communes.filter((commune) => !commune.inBoundaries && commune.inGazetteer);
  return {
    matched: both.length,
    inFileOnly: older.map(({ code, boundariesName }) => ({ code, name: boundariesName })),
    inGazetteerOnly: newer.map(({ code, gazetteerName }) => ({ code, name: gazetteerName })),
    renamed: both
      .filter((commune) => !isSameName(commune.boundariesName, commune.gazetteerName))
      .map(({ code, boundariesName, gazetteerName }) => ({ code, from: boundariesName, to: gazetteerName })),
    resolvedByCrosswalk: older.flatMap(({ code, boundariesName, successor, method }) =>
      successor === null || method === null ? [] : [{ code, name: boundariesName, to: successor, method }],
    ),
    split: communes.filter((commune) => commune.isDivided).map(({ code, boundariesName }) => ({ code, name: boundariesName })),
    withoutPolygon: communes
      .filter((commune) => commune.inGazetteer && !commune.hasPolygon)
      .map(({ code, gazetteerName }) => ({ code, name: gazetteerName })),
  };
}

/** A name that the boundaries' source has cut ends in "…": as far as it goes, it must be the gazetteer's. */
function isSameName(boundariesName: string, gazetteerName: string): boolean {
  const known = toSearchText(gazetteerName);
  return boundariesName.endsWith('…')
    ? known.startsWith(toSearchText(boundariesName.slice(0, -1)))
    : known === toSearchText(boundariesName);
}
