import type { PlaceProfile } from '../contracts/profile.ts';
import { type Queryable, sql } from '../db/database.ts';
import { rulingStatements } from './ruling-statements.ts';

/** Actions agreed at the last assessment of each commune of a place, for the period or an earlier one; the first due first. */
export function queryActionItems(
  database: Queryable,
  { edition, period, within }: { edition: string; period: string; within: string },
): Promise<PlaceProfile['actions']> {
  return database.query<PlaceProfile['actions'][number]>(sql`
    with ruling as (${rulingStatements({ edition, subject: 'vsnp-assessments', within })}),
    last as (
      select pcode, max(year) as year
      from ruling
      where year <= ${period}::text
      group by pcode
    )
    select priority_code as priority, owner_group as owner, due_on::text as "dueOn", status
    from ruling
    join last on last.pcode = ruling.pcode and last.year = ruling.year
    join action_item on action_item.assessment = ruling.id
    order by due_on nulls last, priority_code, owner_group, action_item.id`);
}
