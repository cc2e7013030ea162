import { type Queryable, sql } from '../db/database.ts';
import type { Observation, Statement, WorkshopFindings } from '../domain/statements/statement.ts';

type Row = { pcode: string; period: string; isEstimated: boolean; observations: string; findings: string | null };

/** What VSNP assessments say of an edition's communes now, each commune and year once, by code and year. */
export async function queryStatedAssessments(database: Queryable, edition: string): Promise<Statement[]> {
  const rows = await database.query<Row>(sql`
    select
      current.pcode, current.period, current.is_estimated as "isEstimated",
      (
        select coalesce(json_agg(json_build_object(
          'measure', measure, 'sex', sex, 'ageBand', age_band, 'category', category, 'value', value
        ) order by measure collate "C", sex, age_band collate "C", category collate "C"), '[]')::text
        from observation
        where observation.statement = current.id
      ) as observations,
      (
        select json_build_object(
          'workshopOn', workshop_on,
          'villagesCovered', villages_covered,
          'villagesTotal', villages_total,
          'participants', (
            select coalesce(json_object_agg(participant_group, participants), '{}')
            from assessment_participants as part
            where part.assessment = assessment.statement
          ),
          'topics', (
            select coalesce(json_agg(code order by code collate "C"), '[]')
            from topic
            where topic.assessment = assessment.statement
          ),
          'obligations', (
            select coalesce(json_agg(json_build_object('group', participant_group, 'code', code) order by participant_group, code), '[]')
            from obligation
            where obligation.assessment = assessment.statement
          ),
          'actions', (
            select coalesce(json_agg(json_build_object(
              'priority', priority_code, 'owner', owner_group, 'dueOn', due_on, 'status', status
            ) order by id), '[]')
            from action_item
            where action_item.assessment = assessment.statement
          )
        )::text
        from assessment
        where assessment.statement = current.id
      ) as findings
    from current_statement as current
    where subject = 'vsnp-assessments'
      and edition = ${edition}::text
    order by pcode collate "C", period`);
  return rows.map(({ pcode, period, isEstimated, observations, findings }) => ({
    subject: 'vsnp-assessments',
    pcode,
    period,
    ...(isEstimated ? { isEstimated } : {}),
    observations: JSON.parse(observations) as Observation[],
    findings: findings === null ? null : (JSON.parse(findings) as WorkshopFindings),
  }));
}
