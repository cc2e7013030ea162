import type { Column, Text } from './dataset.ts';
import { VSNP_COLUMNS } from './vsnp-columns.ts';

export type TemplateCell = string | number | Date | null;
export type TemplateSheet = { name: string; rows: readonly (readonly TemplateCell[])[]; widths: readonly number[] };

/** No province has this code: an example left in a workbook never becomes a number of a real commune. */
export const EXAMPLE_PROVINCE = '99';

/** Sheets of the template that explain and hold no data. */
export const TEMPLATE_SHEETS: readonly string[] = ['Columns - ជួរឈរ', 'Codes - លេខកូដ'];

type Example = Readonly<Record<string, TemplateCell>>;

/** One commune in full; one where the workshop found none; one village, whose children count for its commune. */
const EXAMPLES: readonly Example[] = [
  {
    pcode: `${EXAMPLE_PROVINCE}0101`,
    period: 2025,
    'workshop-date': new Date('2025-03-14T00:00:00Z'),
    'villages-covered': 4,
    'villages-total': 6,
    'high-risk-children': 9,
    'female-6-11': 2,
    'female-12-14': 3,
    'male-12-14': 1,
    'male-15-17': 3,
    'factor-family-migrated': 6,
    'factor-out-of-school': 5,
    'participants-commune-council': 5,
    'participants-teachers': 3,
    topics: 'law; obligations',
    'obligations-police': 'report-suspected-cases',
    'action-1-priority': 'school-return',
    'action-1-owner': 'teachers',
    'action-1-due': new Date('2025-09-30T00:00:00Z'),
    'action-1-status': 'planned',
  },
  { pcode: `${EXAMPLE_PROVINCE}0102`, period: 2025, 'workshop-date': new Date('2025-03-20T00:00:00Z'), 'high-risk-children': 0 },
  { pcode: `${EXAMPLE_PROVINCE}010301`, period: 2025, 'workshop-date': new Date('2025-04-02T00:00:00Z'), 'high-risk-children': 2 },
];

/** The workbook to fill in for VSNP assessments: heads with examples, what each column means, and the codes, in both languages. */
export function vsnpTemplate(): TemplateSheet[] {
  const keys = VSNP_COLUMNS.map(({ key }) => key);
  const [columns = '', codes = ''] = TEMPLATE_SHEETS;
  return [
    {
      name: 'Assessments',
      rows: [keys, ...EXAMPLES.map((example) => keys.map((key) => example[key] ?? null))],
      widths: keys.map((key) => Math.max(10, key.length + 2)),
    },
    { name: columns, rows: [COLUMN_HEADS, ...NOTES, ...VSNP_COLUMNS.map(toColumnRow)], widths: [36, 36, 36, 12, 80, 80] },
    { name: codes, rows: [CODE_HEADS, ...VSNP_COLUMNS.flatMap(toCodeRows)], widths: [36, 36, 44, 44] },
  ];
}

const COLUMN_HEADS = ['Column', 'English', 'ខ្មែរ', 'Needed - ចាំបាច់', 'Explanation', 'ការពន្យល់'];
const CODE_HEADS = ['Column', 'Code', 'English', 'ខ្មែរ'];
const NOTES = [
  [
    'Rows',
    'One row a commune (or village) and year',
    'មួយជួរដេកសម្រាប់ឃុំ (ឬភូមិ) និងឆ្នាំនីមួយៗ',
    '',
    'The rows of the first sheet are examples: replace them. Codes that begin with 99 are no place and are never taken. Never write names of children or families.',
    'ជួរដេកក្នុងសន្លឹកទីមួយជាឧទាហរណ៍៖ សូមជំនួសវា។ លេខកូដដែលចាប់ផ្តើមដោយ 99 មិនមែនជាទីកន្លែងទេ ហើយមិនត្រូវបានទទួលឡើយ។ កុំសរសេរឈ្មោះកុមារ ឬគ្រួសារ។',
  ],
];

function toColumnRow({ key, label, explanation, isRequired }: Column): TemplateCell[] {
  return [key, label.en, label.km, isRequired ? 'yes - បាទ/ចាស' : '', explanation.en, explanation.km];
}

function toCodeRows({ key, codes }: Column): TemplateCell[][] {
  return (codes ?? []).map(({ code, en, km }: Text & { code: string }) => [key, code, en, km]);
}
