import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/**
 * The committed uploads, among those later than `after`, whose rows of these older codes were led on to other communes or divided
 * among them when they came in: what they said stands there, whatever the crosswalk says since.
 */
export async function queryUploadsLedOn(
  database: Queryable,
  { after, codes }: { after: number; codes: readonly Pcode[] },
): Promise<number[]> {
  const rows = await database.query<{ id: number }>(sql`
    select id::int as id
    from upload
    where id > ${after}::int
      and state = 'committed'
      and not is_demonstration
      and (
        exists (
          select from jsonb_array_elements(coalesce(report -> 'matchedByCrosswalk', '[]')) as led
          where led ->> 'code' = any (${codes}::text[])
        )
        or exists (
          select from jsonb_array_elements(coalesce(report -> 'remarks', '[]')) as remark
          where remark ->> 'note' = 'divided'
            and remark -> 'values' ->> 'code' = any (${codes}::text[])
        )
      )
    order by id`);
  return rows.map(({ id }) => id);
}
