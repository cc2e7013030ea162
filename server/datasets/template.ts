import type { Column, Dataset, Text } from './dataset.ts';
import { NAME_COLUMNS } from './place-columns.ts';

export type TemplateCell = string | number | Date | null;
export type TemplateSheet = { name: string; rows: readonly (readonly TemplateCell[])[]; widths: readonly number[] };

/** No province has this code: an example left in a workbook never becomes a number of a real commune. */
export const EXAMPLE_PROVINCE = '99';

/** Sheets of the template that explain and hold no data. */
export const TEMPLATE_SHEETS: readonly string[] = ['Columns - ជួរឈរ', 'Codes - លេខកូដ'];

/** The workbook to fill in for a dataset: heads with examples, what each column means, and the codes, in both languages. */
export function toTemplate(dataset: Dataset): TemplateSheet[] {
  const { id, examples = [] } = dataset;
  const known = templateColumns(dataset);
  const keys = known.map(({ key }) => key);
  const [columns = '', codes = ''] = TEMPLATE_SHEETS;
  return [
    {
      name: SHEETS[id] ?? id,
      rows: [keys, ...examples.map((example) => keys.map((key) => example[key] ?? null))],
      widths: keys.map((key) => Math.max(10, key.length + 2)),
    },
    { name: columns, rows: [COLUMN_HEADS, ...NOTES, ...known.map(toColumnRow)], widths: [36, 36, 36, 12, 80, 80] },
    { name: codes, rows: [CODE_HEADS, ...known.flatMap(toCodeRows)], widths: [36, 36, 44, 44] },
  ];
}

/** Columns of a dataset's template, and of the file it leaves as: names of places only stand in for a code. */
export function templateColumns(dataset: Dataset): Column[] {
  return dataset.columns({}, []).filter((column) => !NAME_COLUMNS.includes(column));
}

/** Names of the sheets to fill in. */
const SHEETS: Readonly<Record<string, string>> = { 'vsnp-assessments': 'Assessments' };

const COLUMN_HEADS = ['Column', 'English', 'ខ្មែរ', 'Needed - ចាំបាច់', 'Explanation', 'ការពន្យល់'];
const CODE_HEADS = ['Column', 'Code', 'English', 'ខ្មែរ'];
const NOTES = [
  [
    'Rows',
    'The rows of the first sheet are examples: replace them',
    'ជួរដេកក្នុងសន្លឹកទីមួយជាឧទាហរណ៍៖ សូមជំនួសវា',
    '',
    'Codes that begin with 99 are no place and are never taken. Never write names of children or families.',
    'លេខកូដដែលចាប់ផ្តើមដោយ 99 មិនមែនជាទីកន្លែងទេ ហើយមិនត្រូវបានទទួលឡើយ។ កុំសរសេរឈ្មោះកុមារ ឬគ្រួសារ។',
  ],
];

function toColumnRow({ key, label, explanation, isRequired }: Column): TemplateCell[] {
  return [key, label.en, label.km, isRequired ? 'yes - បាទ/ចាស' : '', explanation.en, explanation.km];
}

function toCodeRows({ key, codes }: Column): TemplateCell[][] {
  return (codes ?? []).map(({ code, en, km }: Text & { code: string }) => [key, code, en, km]);
}
