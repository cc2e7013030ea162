import type { EditionId } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

/**
 * Gives the provinces and districts that an edition knows by code only (named "District 0505") the names another
 * edition has for these codes. Returns how many it named.
 */
export async function nameUnnamedPlaces(database: Queryable, { from, to }: { from: EditionId; to: EditionId }): Promise<number> {
  const rows = await database.query(sql`
    update place
    set name_en = named.name_en, name_km = named.name_km, search_text = named.search_text
    from place as named
    where place.edition = ${to}
      and named.edition = ${from}
      and named.pcode = place.pcode
      and place.name_en in ('Province ' || place.pcode, 'District ' || place.pcode, 'Commune ' || place.pcode)
    returning 1::int as named`);
  return rows.length;
}
