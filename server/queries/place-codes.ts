import { type AdminLevel, PCODE_DIGITS, type Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Codes of the edition's places of one level in place order, the order of its published places file. */
export async function queryPlaceCodes(database: Queryable, { edition, level }: { edition: string; level: AdminLevel }): Promise<Pcode[]> {
  const rows = await database.query<{ pcode: Pcode }>(sql`
    select pcode
    from place
    where edition = ${edition}::text
      and level = ${PCODE_DIGITS[level] / 2}::int
    order by pcode collate "C"`);
  return rows.map(({ pcode }) => pcode);
}
