import { z } from 'zod';
import { GROUPS, OBLIGATIONS, PRIORITIES, RISK_FACTORS, TOPICS } from '../../data/vocabulary/vocabulary.ts';
import { levelOf } from '../contracts/pcode.ts';
import { type ActionItem, observe, type Statement } from '../domain/statements/statement.ts';
import { CountCell, codeCell, codesCell, complaint, DayCell, needed, PlaceCell, reportedCode, toIssues, YearCell } from './cells.ts';
import type { Cells, StatementDataset } from './dataset.ts';
import { NAME_COLUMNS } from './place-columns.ts';
import { sumAssessments } from './sum.ts';
import { ACTION_NUMBERS, ACTION_STATUSES, AGE_BANDS, ESTIMATED, SEXES, VSNP_COLUMNS } from './vsnp-columns.ts';
import { VSNP_EXAMPLES } from './vsnp-examples.ts';

const MEASURE = 'high-risk-children';
const SPLITS = SEXES.flatMap((sex) => AGE_BANDS.map((ageBand) => ({ key: `${sex}-${ageBand}`, sex, ageBand })));

const Total = CountCell.transform((children, context) => {
  if (children !== null) return children;
  context.addIssue(complaint('blank-not-zero'));
  return z.NEVER;
});

const Row = z
  .object({
    pcode: PlaceCell,
    period: YearCell,
    'workshop-date': needed(DayCell),
    'villages-covered': CountCell,
    'villages-total': CountCell,
    estimated: codeCell(ESTIMATED),
    [MEASURE]: Total,
    splits: z.object(
      shapeOf(
        SPLITS.map(({ key }) => key),
        CountCell,
      ),
    ),
    factors: z.object(
      shapeOf(
        RISK_FACTORS.map(({ code }) => `factor-${code}`),
        CountCell,
      ),
    ),
    participants: z.object(
      shapeOf(
        GROUPS.map(({ code }) => `participants-${code}`),
        CountCell,
      ),
    ),
    topics: codesCell(TOPICS),
    obligations: z.object(
      shapeOf(
        GROUPS.map(({ code }) => `obligations-${code}`),
        codesCell(OBLIGATIONS),
      ),
    ),
    actions: z.array(
      z.object({ priority: codeCell(PRIORITIES), owner: codeCell(GROUPS), due: DayCell, status: codeCell(ACTION_STATUSES) }),
    ),
  })
  .superRefine((row, context) => {
    // Reasons are kept with the report: they name columns, never a village's numbers.
    const complain = (column: string, ...about: Parameters<typeof complaint>) =>
      context.addIssue({ ...complaint(...about), path: [column] });
    const total = row[MEASURE];
    const split = Object.values(row.splits).reduce<number>((sum, children) => sum + (children ?? 0), 0);
    if (split > total) complain(MEASURE, 'less-than-parts');
    for (const [key, children] of Object.entries(row.factors)) if ((children ?? 0) > total) complain(MEASURE, 'less-than', { other: key });
    const [covered, villages] = [row['villages-covered'], row['villages-total']];
    if (villages === 0) complain('villages-total', 'zero');
    if (covered !== null && villages !== null && covered > villages) {
      complain('villages-covered', 'more-than', { other: 'villages-total' });
    }
    row.actions.forEach(({ priority, owner, status }, index) => {
      for (const [part, value] of Object.entries({ priority, owner, status })) {
        if (value === null) complain(`action-${index + 1}-${part}`, 'blank');
      }
    });
  });

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
    const read = Row.safeParse(toRow(cells));
    if (!read.success) return { issues: toIssues(read.error), code: reportedCode(cells['pcode']) };
    return { place: read.data.pcode, said: toStatement(read.data) };
  },
  sum: sumAssessments,
  complete: (statement) => statement,
  examples: VSNP_EXAMPLES,
};

function toStatement(row: z.infer<typeof Row>): Statement {
  const { pcode, splits, factors, participants, obligations, topics } = row;
  const isVillage = levelOf(pcode) === 'village';
  return {
    subject: 'vsnp-assessments',
    pcode: pcode.slice(0, 6),
    period: row.period,
    ...(row.estimated === null ? {} : { isEstimated: true }),
    observations: [
      observe(MEASURE, row[MEASURE]),
      ...SPLITS.flatMap(({ key, sex, ageBand }) => stated(splits[key]).map((children) => observe(MEASURE, children, { sex, ageBand }))),
      ...RISK_FACTORS.flatMap(({ code }) =>
        stated(factors[`factor-${code}`]).map((children) => observe(MEASURE, children, { category: code })),
      ),
    ],
    findings: {
      workshopOn: row['workshop-date'],
      villagesCovered: isVillage ? 1 : row['villages-covered'],
      villagesTotal: row['villages-total'],
      participants: Object.fromEntries(
        GROUPS.flatMap(({ code }) => stated(participants[`participants-${code}`]).map((number) => [code, number] as const)),
      ),
      topics,
      obligations: GROUPS.flatMap(({ code: group }) => (obligations[`obligations-${group}`] ?? []).map((code) => ({ group, code }))),
      actions: row.actions.flatMap(toAction),
    },
  };
}

function toAction({ priority, owner, due, status }: z.infer<typeof Row>['actions'][number]): ActionItem[] {
  const known = ACTION_STATUSES.find(({ code }) => code === status)?.code;
  return priority === null || owner === null || known === undefined ? [] : [{ priority, owner, dueOn: due, status: known }];
}

function stated(number: number | null | undefined): number[] {
  return number === null || number === undefined ? [] : [number];
}

/** Gathers the flat cells of a row; plan items nobody filled in are left out. */
function toRow(cells: Cells): Cells {
  const last = ACTION_KEYS.findLastIndex((keys) => keys.some(([, key]) => (cells[key] ?? null) !== null));
  const actions = ACTION_KEYS.slice(0, last + 1).map((keys) => Object.fromEntries(keys.map(([part, key]) => [part, cells[key] ?? null])));
  return {
    pcode: cells['pcode'] ?? null,
    period: cells['period'] ?? null,
    'workshop-date': cells['workshop-date'] ?? null,
    'villages-covered': cells['villages-covered'] ?? null,
    'villages-total': cells['villages-total'] ?? null,
    estimated: cells['estimated'] ?? null,
    [MEASURE]: cells[MEASURE] ?? null,
    topics: cells['topics'] ?? null,
    splits: pick(cells, SPLIT_KEYS),
    factors: pick(cells, FACTOR_KEYS),
    participants: pick(cells, PARTICIPANT_KEYS),
    obligations: pick(cells, OBLIGATION_KEYS),
    actions,
  };
}

// Tables have tens of thousands of rows: the keys of their cells are put together once.
const SPLIT_KEYS = SPLITS.map(({ key }) => key);
const FACTOR_KEYS = RISK_FACTORS.map(({ code }) => `factor-${code}`);
const PARTICIPANT_KEYS = GROUPS.map(({ code }) => `participants-${code}`);
const OBLIGATION_KEYS = GROUPS.map(({ code }) => `obligations-${code}`);
const ACTION_KEYS = ACTION_NUMBERS.map((number) =>
  ['priority', 'owner', 'due', 'status'].map((part) => [part, `action-${number}-${part}`] as const),
);

/** The cells of these keys that are filled in: of the many columns few are, and only these are worth reading. */
function pick(cells: Cells, keys: readonly string[]): Cells {
  const picked: Record<string, unknown> = {};
  for (const key of keys) {
    const cell = cells[key] ?? null;
    if (cell !== null) picked[key] = cell;
  }
  return picked;
}

function shapeOf<Cell extends z.ZodType>(keys: readonly string[], cell: Cell): Record<string, z.ZodOptional<Cell>> {
  return Object.fromEntries(keys.map((key) => [key, cell.optional()]));
}
