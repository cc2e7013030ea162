import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Which real editions hold a place of each code, the given edition first, then newest first. */
export async function placesOfCodes(
  database: Queryable,
  edition: EditionId,
  codes: readonly Pcode[],
): Promise<{ code: Pcode; edition: EditionId }[]> {
  return database.query<{ code: Pcode; edition: EditionId }>(sql`
    select pcode::text as code, edition::text as edition
    from place
    join edition on edition.id = place.edition
    where pcode = any (${codes}::text[])
      and not is_demonstration
    order by edition = ${edition}::text desc, valid_from desc, edition, pcode`);
}
