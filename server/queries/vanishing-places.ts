import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Places that an edition holds and a new delivery of it does not. */
export async function vanishingPlaces(database: Queryable, edition: EditionId, delivered: readonly Pcode[]): Promise<Pcode[]> {
  const rows = await database.query<{ pcode: Pcode }>(sql`
    select pcode::text as pcode
    from place
    where edition = ${edition}
      and pcode <> all (${delivered}::text[])
    order by pcode collate "C"`);
  return rows.map((row) => row.pcode);
}
