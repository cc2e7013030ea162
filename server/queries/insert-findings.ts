import type { Queryable } from '../db/database.ts';
import type { WorkshopFindings } from '../domain/statements/statement.ts';

type StatedFindings = { statement: string | null; findings: WorkshopFindings };

/** Adds what VSNP workshops found besides numbers of children, each to its statement. */
export async function insertFindings(database: Queryable, stated: readonly StatedFindings[]): Promise<void> {
  if (stated.length === 0) return;
  await database.copyIn(
    'assessment',
    ['statement', 'workshop_on', 'villages_covered', 'villages_total'],
    stated.map(({ statement, findings }) => [statement, findings.workshopOn, findings.villagesCovered, findings.villagesTotal]),
  );
  await database.copyIn(
    'assessment_participants',
    ['assessment', 'participant_group', 'participants'],
    stated.flatMap(({ statement, findings }) => Object.entries(findings.participants).map(([group, number]) => [statement, group, number])),
  );
  await database.copyIn(
    'topic',
    ['assessment', 'code'],
    stated.flatMap(({ statement, findings }) => findings.topics.map((code) => [statement, code])),
  );
  await database.copyIn(
    'obligation',
    ['assessment', 'participant_group', 'code'],
    stated.flatMap(({ statement, findings }) => findings.obligations.map(({ group, code }) => [statement, group, code])),
  );
  await database.copyIn(
    'action_item',
    ['assessment', 'priority_code', 'owner_group', 'due_on', 'status'],
    stated.flatMap(({ statement, findings }) =>
      findings.actions.map(({ priority, owner, dueOn, status }) => [statement, priority, owner, dueOn, status]),
    ),
  );
}
