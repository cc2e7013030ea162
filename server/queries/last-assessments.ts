import { type Queryable, sql } from '../db/database.ts';

/** Day of each commune's newest VSNP assessment of any period, not after `on`, in the edition's codes. */
export async function queryLastAssessments(
  database: Queryable,
  { edition, on }: { edition: string; on: string },
): Promise<Map<string, string>> {
  const rows = await database.query<{ pcode: string; assessedOn: string }>(sql`
    select same.to_pcode as pcode, max(workshop_on)::text as "assessedOn"
    from current_statement as statement
    join assessment on assessment.statement = statement.id
    join place_equivalent as same
      on same.from_edition = statement.edition and same.from_pcode = statement.pcode and same.to_edition = ${edition}::text
    where subject = 'vsnp-assessments'
      and workshop_on <= ${on}::date
    group by same.to_pcode`);
  return new Map(rows.map((row) => [row.pcode, row.assessedOn]));
}
