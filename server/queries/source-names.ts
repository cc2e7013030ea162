import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/** A place as its source calls it, without corrections; an empty Khmer name where the source has none. */
export type SourceName = { edition: string; pcode: Pcode; nameEn: string; nameKm: string };

/** The places of these codes, of each code in the edition that numbers come into, else in the newest that knows it. */
export function querySourceNames(database: Queryable, pcodes: readonly Pcode[]): Promise<SourceName[]> {
  return database.query<SourceName>(sql`
    select distinct on (pcode) edition, pcode, place.name_en as "nameEn", place.name_km as "nameKm"
    from place
    join edition on edition.id = place.edition
    where pcode = any (${pcodes}::text[])
      and not is_demonstration
    order by pcode, edition.kind = 'boundaries', valid_from desc, edition`);
}
