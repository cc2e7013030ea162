import { z } from 'zod';
import { type RowIssue, rowIssue } from '../contracts/row-issues.ts';
import { observe, type Statement } from '../domain/statements/statement.ts';
import { cellText } from './cell-readers.ts';
import { complaint, NumberCell, PlaceCell, reportedCode, toIssues, YearCell } from './cells.ts';
import type { Cells, Column, StatementDataset } from './dataset.ts';
import { NAME_COLUMNS, PERIOD_COLUMN, PLACE_COLUMN } from './place-columns.ts';
import { sumNumbers } from './sum.ts';

const LONG_COLUMNS: readonly Column[] = [
  {
    key: 'age-band',
    label: { en: 'Age band', km: 'ក្រុមអាយុ' },
    explanation: { en: 'First and last year of age, for example 0-17.', km: 'អាយុដំបូង និងចុងក្រោយ ឧទាហរណ៍ 0-17។' },
    synonyms: ['age', 'age group'],
    isRequired: true,
  },
  {
    key: 'people',
    label: { en: 'People', km: 'ចំនួនមនុស្ស' },
    explanation: { en: 'How many people of this age live there.', km: 'ចំនួនមនុស្សអាយុនេះដែលរស់នៅទីនោះ។' },
    synonyms: ['children', 'population', 'value', 'number'],
    isRequired: true,
  },
];

const Band = z.string().superRefine((band, context) => {
  if (!/^(\d{1,2}-\d{1,2}|\d{1,2}\+)$/.test(band)) context.addIssue(complaint('no-age-band'));
});
const Row = z.object({ pcode: PlaceCell, period: YearCell, bands: z.array(z.object({ 'age-band': Band, people: NumberCell })) });

/** People by age band and year: a column a band (`0-4`, `age 0-17`), or a row a band (`age-band`, `people`). */
export const population: StatementDataset = {
  id: 'population',
  name: { en: 'Population by age', km: 'ប្រជាជនតាមអាយុ' },
  summary: 'people by age band: a column a band (0-4, 5-14, 0-17 …), or a row a band with the columns age-band and people',
  options: ['period'],
  keeps: 'statements',
  source: () => 'Population by age, as loaded',
  columns: (stated, heads) => [
    PLACE_COLUMN,
    { ...PERIOD_COLUMN, isRequired: stated.period === undefined },
    ...NAME_COLUMNS,
    ...(heads.some((head) => bandOf(head) !== undefined) ? heads.flatMap(toBandColumn) : LONG_COLUMNS),
  ],
  showsNames: true,
  read(cells, stated) {
    const read = Row.safeParse({ pcode: cells['pcode'], period: cells['period'] ?? stated.period, bands: bandsOf(cells) });
    const refuse = (...issues: RowIssue[]) => ({ issues, code: reportedCode(cells['pcode']) });
    if (!read.success) return refuse(...toIssues(read.error));
    const { pcode, period, bands } = read.data;
    if (stated.period !== undefined && period !== stated.period)
      return refuse(rowIssue('other-year', { year: period, stated: stated.period }));
    const observations = bands.flatMap(({ 'age-band': ageBand, people }) =>
      people === null ? [] : [observe(isOfChildren(ageBand) ? 'children' : 'people', people, { ageBand })],
    );
    if (observations.length === 0) return refuse(rowIssue('nothing-stated'));
    return { place: pcode, said: { subject: 'population', pcode: pcode.slice(0, 6), period, observations, findings: null } };
  },
  sum: sumNumbers,
  complete: withAllChildren,
  examples: [
    { pcode: '990101', period: 2025, 'age-band': '0-17', people: 1240 },
    { pcode: '990101', period: 2025, 'age-band': '18+', people: 2115 },
  ],
};

/** Age band of a column's head: `0-4`, `Age 0–4`, `pop_0_4`, `18+`. */
function bandOf(head: string): string | undefined {
  const match = /^(?:age|aged|pop|population|children|people)?[\s_-]*(\d{1,2})(?:\s*[-–_]\s*(\d{1,2})|(\+))(?:\s*years?)?$/i.exec(
    head.trim(),
  );
  if (match === null) return undefined;
  const [, from, to] = match;
  return to === undefined ? `${Number(from)}+` : `${Number(from)}-${Number(to)}`;
}

function toBandColumn(head: string): Column[] {
  const band = bandOf(head);
  if (band === undefined) return [];
  const label = { en: `People aged ${band}`, km: `មនុស្សអាយុ ${band} ឆ្នាំ` };
  const explanation = { en: 'How many people of this age live there.', km: 'ចំនួនមនុស្សអាយុនេះដែលរស់នៅទីនោះ។' };
  return [{ key: `age-${band}`, label, explanation, synonyms: [head], isRequired: false }];
}

function bandsOf(cells: Cells): Cells[] {
  if (!('age-band' in cells)) {
    return Object.entries(cells).flatMap(([key, people]) => (key.startsWith('age-') ? [{ 'age-band': key.slice(4), people }] : []));
  }
  const text = cellText(cells['age-band']) ?? '';
  return [{ 'age-band': bandOf(text) ?? text, people: cells['people'] }];
}

function isOfChildren(band: string): boolean {
  return Number(/-(\d+)$/.exec(band)?.[1] ?? 99) < 18;
}

/** All children, 0-17, where the stated bands cover these ages once and without a gap. */
function withAllChildren(statement: Statement): Statement {
  const bands = statement.observations.filter(({ measure }) => measure === 'children');
  if (bands.some(({ ageBand }) => ageBand === '0-17')) return statement;
  const sorted = bands
    .map(({ ageBand, value }) => ({ ages: ageBand.split('-').map(Number), value }))
    .sort((a, b) => (a.ages[0] ?? 0) - (b.ages[0] ?? 0));
  let next = 0;
  for (const { ages } of sorted) {
    if (ages[0] !== next) return statement;
    next = (ages[1] ?? 0) + 1;
  }
  if (next !== 18) return statement;
  const all = sorted.reduce((sum, { value }) => sum + value, 0);
  return { ...statement, observations: [...statement.observations, observe('children', all, { ageBand: '0-17' })] };
}
