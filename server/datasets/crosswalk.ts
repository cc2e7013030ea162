import { z } from 'zod';
import { type Pcode, parsePcode } from '../contracts/pcode.ts';
import type { StepRecord } from '../domain/records/record.ts';
import { cellText, Unreadable } from './cell-readers.ts';
import { cell, complaint, needed, reportedCode, toIssues, YearCell } from './cells.ts';
import { column } from './column.ts';
import type { Cells, Column, Register } from './dataset.ts';
import { StepNameCell } from './name-cells.ts';

const CODE = {
  en: 'Blank: there is none, as of a commune that is new or has ended.',
  km: 'ទទេ៖ គ្មាន ដូចជាឃុំថ្មី ឬឃុំដែលបានបញ្ចប់។',
};
const METHOD_COLUMN = column('method', {
  label: { en: 'Method', km: 'វិធី' },
  explanation: {
    en: 'How it is known, in one or two words of Latin letters: same-code, latin-name, decree, survey.',
    km: 'ដឹងតាមវិធីណា មួយឬពីរពាក្យជាអក្សរឡាតាំង៖ same-code, latin-name, decree, survey។',
  },
  isRequired: true,
});
const SHARE_COLUMN = column('share', {
  label: { en: 'Share', km: 'ចំណែក' },
  explanation: {
    en: 'Part of the older commune that became the newer one, above 0 and up to 1; the shares of a commune add up to 1. Blank: not known.',
    km: 'ចំណែកនៃឃុំចាស់ដែលក្លាយជាឃុំថ្មី លើសពី 0 ដល់ 1 ចំណែកនៃឃុំមួយបូកគ្នាស្មើ 1។ ទទេ៖ មិនដឹង។',
  },
});

function codeColumn(key: string, label: { en: string; km: string }, synonyms: readonly string[] = []): Column {
  return column(key, { label, explanation: CODE, synonyms, isRequired: true });
}

function nameColumn(key: string, label: { en: string; km: string }, synonyms: readonly string[] = []): Column {
  const explanation = { en: 'For whoever reads the file; not needed.', km: 'សម្រាប់អ្នកអានឯកសារ មិនចាំបាច់ទេ។' };
  return column(key, { label, explanation, synonyms });
}

const YEAR = { en: 'Year whose codes these are, four digits.', km: 'ឆ្នាំនៃលេខកូដទាំងនេះ ៤ ខ្ទង់។' };

/** Columns of the template. */
const COLUMNS: readonly Column[] = [
  column('from-year', { label: { en: 'Older year', km: 'ឆ្នាំចាស់' }, explanation: YEAR, isRequired: true }),
  codeColumn('from-code', { en: 'Older code', km: 'លេខកូដចាស់' }, ['from pcode']),
  column('to-year', { label: { en: 'Newer year', km: 'ឆ្នាំថ្មី' }, explanation: YEAR, isRequired: true }),
  codeColumn('to-code', { en: 'Newer code', km: 'លេខកូដថ្មី' }, ['to pcode']),
  METHOD_COLUMN,
  SHARE_COLUMN,
  nameColumn('from-name', { en: 'Older name', km: 'ឈ្មោះចាស់' }),
  nameColumn('to-name', { en: 'Newer name', km: 'ឈ្មោះថ្មី' }),
];

/** The two years of a table that names them in its heads, `code_2014` and `code_2025`, older first; else undefined. */
function yearsOf(heads: readonly string[]): [older: string, newer: string] | undefined {
  const years = heads.flatMap((head) => /^code[_ -]((?:19|20)\d{2})$/i.exec(head.trim())?.[1] ?? []).toSorted();
  const [older, newer] = years;
  return years.length === 2 && older !== undefined && newer !== undefined && older !== newer ? [older, newer] : undefined;
}

function columnsOf(heads: readonly string[]): readonly Column[] {
  const years = yearsOf(heads);
  if (years === undefined) return COLUMNS;
  const ofYear = years.map((year) => codeColumn(`code-${year}`, { en: `Code of ${year}`, km: `លេខកូដឆ្នាំ ${year}` }));
  const [older, newer] = years;
  return [
    ...ofYear,
    METHOD_COLUMN,
    SHARE_COLUMN,
    nameColumn('from-name', { en: `Name of ${older}`, km: `ឈ្មោះឆ្នាំ ${older}` }, [`name_${older}`, `name_latin_${older}`]),
    nameColumn('to-name', { en: `Name of ${newer}`, km: `ឈ្មោះឆ្នាំ ${newer}` }, [`name_latin_${newer}`, `name_${newer}`]),
  ];
}

const CodeCell = cell((value): Pcode | null | Unreadable => {
  const text = cellText(value);
  return text === null ? null : (parsePcode(text) ?? new Unreadable('no-place-code'));
});

const MethodCell = cell((value): string | null | Unreadable => {
  const text =
    cellText(value)
      ?.toLowerCase()
      .replace(/[\s_]+/g, '-') ?? null;
  return text === null || /^[a-z][a-z0-9-]{0,39}$/.test(text) ? text : new Unreadable('no-method');
});

const ShareCell = cell((value): number | null | Unreadable => {
  const text = cellText(value);
  if (text === null) return null;
  const share = /^\d*([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return share > 0 && share <= 1 ? share : new Unreadable('no-share');
});

const Row = z
  .object({
    'from-year': YearCell,
    'from-code': CodeCell,
    'to-year': YearCell,
    'to-code': CodeCell,
    method: needed(MethodCell),
    share: ShareCell,
    'from-name': StepNameCell,
    'to-name': StepNameCell,
  })
  .superRefine((row, context) => {
    const [from, to] = [row['from-code'], row['to-code']];
    if (row['to-year'] <= row['from-year']) context.addIssue({ ...complaint('not-later', { other: row['from-year'] }), path: ['to-year'] });
    if (from === null && to === null) context.addIssue({ ...complaint('no-codes'), path: ['from-code'] });
    if (from !== null && to !== null && from.length !== to.length) {
      context.addIssue({ ...complaint('other-level', { from, to }), path: ['to-code'] });
    }
  });

/** A row whose years stand in the heads, under the keys of the template. */
function withYears(cells: Cells): Cells {
  const [older, newer] = Object.keys(cells)
    .filter((key) => /^code-\d{4}$/.test(key))
    .toSorted();
  if (older === undefined || newer === undefined) return cells;
  return { ...cells, 'from-year': older.slice(-4), 'from-code': cells[older], 'to-year': newer.slice(-4), 'to-code': cells[newer] };
}

/** The key of a column in the table itself, where the years stand in its heads. */
function headOf(key: string | null, cells: Cells): string | null {
  const [older, newer] = Object.keys(cells)
    .filter((head) => /^code-\d{4}$/.test(head))
    .toSorted();
  if (key === 'from-code') return older ?? key;
  return key === 'to-code' ? (newer ?? key) : key;
}

/** What became of older codes, one row a step. Between two years the newest upload speaks whole. */
export const crosswalk: Register<'crosswalk'> = {
  id: 'crosswalk',
  name: { en: 'Crosswalk of older and newer codes', km: 'តារាងភ្ជាប់លេខកូដចាស់ និងថ្មី' },
  summary:
    'which older code became which newer one: between two years the newest file speaks whole, and numbers of older codes are led on, or divided by shares that add up to 1',
  keeps: 'records',
  placeField: undefined,
  source: () => 'Crosswalk',
  columns: (_, heads) => columnsOf(heads),
  showsNames: false,
  read(cells: Cells) {
    const written = withYears(cells);
    const read = Row.safeParse(written);
    const code = reportedCode(written['from-code']) ?? reportedCode(written['to-code']);
    if (!read.success) return { issues: toIssues(read.error).map((issue) => ({ ...issue, column: headOf(issue.column, cells) })), code };
    const { 'from-code': fromPcode, 'to-code': toPcode, method, share, 'from-name': fromName, 'to-name': toName, ...years } = read.data;
    const step = { fromYear: Number(years['from-year']), toYear: Number(years['to-year']), fromPcode, toPcode, method, share };
    return { place: null, said: { ...step, fromName, toName } satisfies StepRecord };
  },
  toCells: (step) => ({
    'from-year': step.fromYear,
    'from-code': step.fromPcode,
    'to-year': step.toYear,
    'to-code': step.toPcode,
    method: step.method,
    share: step.share,
    'from-name': step.fromName,
    'to-name': step.toName,
  }),
  examples: [
    { 'from-year': 2014, 'from-code': '990101', 'to-year': 2025, 'to-code': '990102', method: 'decree' },
    { 'from-year': 2014, 'from-code': '990103', 'to-year': 2025, 'to-code': '990104', method: 'survey', share: 0.6 },
    { 'from-year': 2014, 'from-code': '990103', 'to-year': 2025, 'to-code': '990105', method: 'survey', share: 0.4 },
  ],
};
