import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Of these codes those that are no place of the edition, in order. */
export async function queryCodesUnknownTo(database: Queryable, edition: EditionId, codes: readonly Pcode[]): Promise<Pcode[]> {
  const rows = await database.query<{ code: Pcode }>(sql`
    select distinct code collate "C" as code
    from unnest(${codes}::text[]) as code
    where code not in (select pcode from place where edition = ${edition})
    order by 1`);
  return rows.map(({ code }) => code);
}
