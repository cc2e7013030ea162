import { type Queryable, sql } from '../db/database.ts';
import { ledTo } from './led-to.ts';

/** Day of each commune's newest VSNP assessment of any period, not after `on`, in the edition's codes. */
export async function queryLastAssessments(
  database: Queryable,
  { edition, on }: { edition: string; on: string },
): Promise<Map<string, string>> {
  const rows = await database.query<{ pcode: string; assessedOn: string }>(sql`
    select same.to_pcode as pcode, max(workshop_on)::text as "assessedOn"
    from current_statement as statement
    join assessment on assessment.statement = statement.id
    cross join lateral (${ledTo(edition, { edition: sql`statement.edition`, pcode: sql`statement.pcode` })}) as same
    where subject = 'vsnp-assessments'
      and workshop_on <= ${on}::date
    group by same.to_pcode`);
  return new Map(rows.map((row) => [row.pcode, row.assessedOn]));
}
