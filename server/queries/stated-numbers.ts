import { type Queryable, sql } from '../db/database.ts';
import type { StatedPlace } from '../domain/statements/changes.ts';

/** What holds of a subject for these places and periods now; those nothing is stated of are left out. */
export function queryStatedNumbers(
  tx: Queryable,
  { subject, places }: { subject: string; places: readonly Pick<StatedPlace, 'edition' | 'pcode' | 'period'>[] },
): Promise<StatedPlace[]> {
  return tx.query<StatedPlace>(sql`
    with asked as (
      select *
      from unnest(
        ${places.map(({ edition }) => edition)}::text[],
        ${places.map(({ pcode }) => pcode)}::text[],
        ${places.map(({ period }) => period)}::text[]
      ) as asked (edition, pcode, period)
    )
    select edition, pcode, period, (
      select coalesce(array_agg(concat_ws(' ', measure, sex, age_band, category, value) order by measure, sex, age_band, category), '{}')
      from observation
      where observation.statement = current_statement.id
    ) as numbers
    from asked
    join current_statement using (edition, pcode, period)
    where subject = ${subject}::text
    order by edition, pcode, period`);
}
