import { GROUPS, OBLIGATIONS, PRIORITIES, RISK_FACTORS, TOPICS } from '../../data/vocabulary/vocabulary.ts';
import { levelOf, type Pcode } from '../contracts/pcode.ts';
import { type RowIssue, rowIssue } from '../contracts/row-issues.ts';
import { type ActionItem, type Observation, observe, type Statement } from '../domain/statements/statement.ts';
import { type CellReader, codeReader, codesReader, needed, openRow, readCount, readDay, readPlace, readYear } from './cell-readers.ts';
import { reportedCode } from './cells.ts';
import type { Cells, StatementDataset } from './dataset.ts';
import { NAME_COLUMNS } from './place-columns.ts';
import { sumAssessments } from './sum.ts';
import { ACTION_NUMBERS, ACTION_STATUSES, AGE_BANDS, crossKey, ESTIMATED, SEXES, VSNP_COLUMNS } from './vsnp-columns.ts';
import { VSNP_EXAMPLES } from './vsnp-examples.ts';

const MEASURE = 'high-risk-children';

// Tables have tens of thousands of rows and few of their many columns filled: what a column means is put together once.
const SPLITS = SEXES.flatMap((sex) => AGE_BANDS.map((ageBand) => ({ key: `${sex}-${ageBand}`, split: { sex, ageBand } })));
const FACTORS = RISK_FACTORS.map(({ code }) => ({ key: `factor-${code}`, split: { category: code } }));
const CROSSED = RISK_FACTORS.flatMap(({ code }) =>
  SPLITS.map(({ key: whole, split }) => ({
    key: crossKey(code, split.sex, split.ageBand),
    factor: `factor-${code}`,
    whole,
    split: { ...split, category: code },
  })),
);
const PARTICIPANTS = GROUPS.map(({ code }) => ({ key: `participants-${code}`, group: code }));
const OBLIGED = GROUPS.map(({ code }) => ({ key: `obligations-${code}`, group: code }));
const ACTIONS = ACTION_NUMBERS.map((number) => ({
  priority: `action-${number}-priority`,
  owner: `action-${number}-owner`,
  due: `action-${number}-due`,
  status: `action-${number}-status`,
}));
const ACTION_KEYS = ACTIONS.flatMap((keys) => Object.values(keys));

const readTotal = needed(readCount, 'blank-not-zero');
const readWorkshopDay = needed(readDay, 'blank');
const readEstimated = codeReader(ESTIMATED);
const readTopics = codesReader(TOPICS);
const readObligations = codesReader(OBLIGATIONS);
const readPriority = codeReader(PRIORITIES);
const readGroup = codeReader(GROUPS);
const readStatus = codeReader(ACTION_STATUSES);

type Row = ReturnType<typeof openRow>;

/** Assessments of VSNP workshops: one row a commune, or village, and year. The total rules; factors may overlap. */
export const vsnpAssessments: StatementDataset = {
  id: 'vsnp-assessments',
  name: { en: 'VSNP assessments', km: 'ការវាយតម្លៃ VSNP' },
  summary: 'assessments of VSNP workshops; a blank total is never zero: such a row is not taken, and named',
  keeps: 'statements',
  childrenCounted: MEASURE,
  source: () => 'VSNP workshops',
  columns: () => [...VSNP_COLUMNS, ...NAME_COLUMNS],
  showsNames: false,
  read(cells) {
    const row = openRow(cells);
    const read = readAssessment(row, cells);
    if (read === undefined || row.issues.length > 0) return { issues: row.issues, code: reportedCode(cells['pcode']) };
    return read;
  },
  sum: sumAssessments,
  complete: (statement) => statement,
  examples: VSNP_EXAMPLES,
};

/** What a row says of which place; undefined, or with issues of the row, where it cannot be taken. */
function readAssessment(row: Row, cells: Cells): { place: Pcode; said: Statement } | undefined {
  const pcode = row.read('pcode', readPlace);
  const period = row.read('period', readYear);
  const workshopOn = row.read('workshop-date', readWorkshopDay);
  const covered = row.read('villages-covered', readCount);
  const villages = row.read('villages-total', readCount);
  const estimated = row.read('estimated', readEstimated);
  const total = row.read(MEASURE, readTotal);
  const splits = readFilled(row, cells, SPLITS, readCount);
  const factors = readFilled(row, cells, FACTORS, readCount);
  const crossed = readFilled(row, cells, CROSSED, readCount);
  const participants = readFilled(row, cells, PARTICIPANTS, readCount);
  const topics = row.read('topics', readTopics);
  const obligations = readFilled(row, cells, OBLIGED, readObligations);
  const actions = readActions(row, cells);
  if (row.issues.length > 0 || pcode === undefined || period === undefined || workshopOn === undefined || total === undefined) return;
  row.issues.push(
    ...contradictions({ total, covered, villages, splits, factors }),
    ...crossedContradictions({ total, splits, factors, crossed }),
    ...halfActions(actions),
  );
  return {
    place: pcode,
    said: {
      subject: 'vsnp-assessments',
      pcode: pcode.slice(0, 6),
      period,
      ...(estimated === null ? {} : { isEstimated: true }),
      observations: [observe(MEASURE, total), ...splits.map(toObservation), ...factors.map(toObservation), ...crossed.map(toObservation)],
      findings: {
        workshopOn,
        villagesCovered: levelOf(pcode) === 'village' ? 1 : (covered ?? null),
        villagesTotal: villages ?? null,
        participants: Object.fromEntries(participants.map(({ group, value }) => [group, value])),
        topics: topics ?? [],
        obligations: obligations.flatMap(({ group, value }) => value.map((code) => ({ group, code }))),
        actions: actions.flatMap(toAction),
      },
    },
  };
}

/** The cells of these columns that are filled in, and what they say. */
function readFilled<Term extends { key: string }, Value>(
  row: Row,
  cells: Cells,
  terms: readonly Term[],
  reader: CellReader<Value | null>,
): (Term & { value: Value })[] {
  const filled: (Term & { value: Value })[] = [];
  for (const term of terms) {
    if ((cells[term.key] ?? null) === null) continue;
    const value = row.read(term.key, reader);
    if (value !== null && value !== undefined) filled.push({ ...term, value });
  }
  return filled;
}

type Counts = readonly { key: string; value: number }[];
type Numbers = { total: number; covered: number | null | undefined; villages: number | null | undefined; splits: Counts; factors: Counts };

/** Where the numbers of a row contradict each other. Reasons are kept with the report: they name columns, never a village's numbers. */
function contradictions({ total, covered, villages, splits, factors }: Numbers): RowIssue[] {
  const issues: RowIssue[] = [];
  if (splits.reduce((sum, { value }) => sum + value, 0) > total) issues.push(rowIssue('less-than-parts', {}, MEASURE));
  for (const { key, value } of factors) if (value > total) issues.push(rowIssue('less-than', { other: key }, MEASURE));
  if (villages === 0) issues.push(rowIssue('zero', {}, 'villages-total'));
  if ((covered ?? 0) > (villages ?? Number.POSITIVE_INFINITY)) {
    issues.push(rowIssue('more-than', { other: 'villages-total' }, 'villages-covered'));
  }
  return issues;
}

type Crossed = Pick<Numbers, 'total' | 'splits' | 'factors'> & {
  crossed: readonly { key: string; factor: string; whole: string; value: number }[];
};

/** Where girls or boys of an age with a risk factor are more than all of them, or together more than all with that factor. */
function crossedContradictions({ total, splits, factors, crossed }: Crossed): RowIssue[] {
  const issues: RowIssue[] = [];
  for (const { key, whole, value } of crossed) {
    const all = splits.find((split) => split.key === whole)?.value;
    if (all !== undefined && value > all) issues.push(rowIssue('more-than', { other: whole }, key));
  }
  for (const [key, parts] of Map.groupBy(crossed, ({ factor }) => factor)) {
    const together = parts.reduce((sum, { value }) => sum + value, 0);
    const stated = factors.find((factor) => factor.key === key)?.value;
    if (together > (stated ?? total)) issues.push(rowIssue('less-than-parts', {}, stated === undefined ? MEASURE : key));
  }
  return issues;
}

type PlanItem = {
  keys: (typeof ACTIONS)[number];
  priority: string | null;
  owner: string | null;
  dueOn: string | null;
  status: string | null;
};

/** The items of the plan up to the last that anything is written of. */
function readActions(row: Row, cells: Cells): PlanItem[] {
  const last = ACTION_KEYS.findLast((key) => (cells[key] ?? null) !== null);
  if (last === undefined) return [];
  const count = ACTIONS.findIndex((keys) => Object.values(keys).includes(last)) + 1;
  return ACTIONS.slice(0, count).map((keys) => ({
    keys,
    priority: row.read(keys.priority, readPriority) ?? null,
    owner: row.read(keys.owner, readGroup) ?? null,
    dueOn: row.read(keys.due, readDay) ?? null,
    status: row.read(keys.status, readStatus) ?? null,
  }));
}

function halfActions(items: readonly PlanItem[]): RowIssue[] {
  return items.flatMap(({ keys, priority, owner, status }) =>
    [
      { key: keys.priority, value: priority },
      { key: keys.owner, value: owner },
      { key: keys.status, value: status },
    ].flatMap(({ key, value }) => (value === null ? [rowIssue('blank', {}, key)] : [])),
  );
}

function toAction({ priority, owner, dueOn, status }: PlanItem): ActionItem[] {
  const known = ACTION_STATUSES.find(({ code }) => code === status)?.code;
  return priority === null || owner === null || known === undefined ? [] : [{ priority, owner, dueOn, status: known }];
}

function toObservation({ split, value }: { split: Partial<Observation>; value: number }): Observation {
  return observe(MEASURE, value, split);
}
