import type { PlaceProfile } from '../contracts/profile.ts';
import { type Queryable, sql } from '../db/database.ts';
import { rulingStatements } from './ruling-statements.ts';

/**
 * The newest VSNP assessment of a place for the period or an earlier one. Villages are told for a commune only: the
 * assessments of a district's communes are of different days. Null when none of its communes was ever assessed.
 */
export async function queryLastAssessment(
  database: Queryable,
  { edition, period, within }: { edition: string; period: string; within: string },
): Promise<PlaceProfile['lastAssessment']> {
  const rows = await database.query<NonNullable<PlaceProfile['lastAssessment']>>(sql`
    select
      max(ruling.workshop_on)::text as "workshopOn",
      case when count(*) = count(villages_covered) and pcode = ${within}::text then sum(villages_covered) end::int as "villagesCovered",
      case when count(*) = count(villages_total) and pcode = ${within}::text then sum(villages_total) end::int as "villagesTotal"
    from (${rulingStatements({ edition, subject: 'vsnp-assessments', within })}) as ruling
    join assessment on assessment.statement = ruling.id
    where year <= ${period}::text
    group by pcode, year
    order by max(ruling.workshop_on) desc, pcode
    limit 1`);
  return rows[0] ?? null;
}
