import type { Column, Dataset, Text } from './dataset.ts';

export type TemplateCell = string | number | Date | null;
export type TemplateSheet = {
  name: string;
  rows: readonly (readonly TemplateCell[])[];
  widths: readonly number[];
  /** Lists its cells are chosen from. */
  dropDowns?: readonly DropDown[];
};

/** What the cells of a column are chosen from: the first `length` cells below the head of a column of the sheet of lists. Columns count from 0. */
export type DropDown = { column: number; list: number; length: number; isOne: boolean };

/** No province has this code: an example left in a workbook never becomes a number of a real commune. */
export const EXAMPLE_PROVINCE = '99';

/** The sheet that drop-down lists refer to. */
export const LIST_SHEET = 'Lists - បញ្ជី';

/** Sheets of the template that explain and hold no data. */
export const TEMPLATE_SHEETS: readonly string[] = ['Columns - ជួរឈរ', 'Codes - លេខកូដ', LIST_SHEET];

/** The workbook to fill in for a dataset: heads with examples, what each column means, and the codes, in both languages. */
export function toTemplate(dataset: Dataset): TemplateSheet[] {
  const { id, examples = [] } = dataset;
  const known = templateColumns(dataset);
  const extras = dataset.columns({}, []).filter((column) => !known.includes(column));
  const keys = known.map(({ key }) => key);
  const [columns = '', codes = ''] = TEMPLATE_SHEETS;
  const lists = known.filter((column) => column.codes !== undefined).map(toList);
  return [
    {
      name: SHEETS[id] ?? id,
      rows: [keys, ...examples.map((example) => keys.map((key) => example[key] ?? null))],
      widths: keys.map((key) => Math.max(10, key.length + 2)),
      dropDowns: lists.map(({ key, choices, isOne }, list) => ({ column: keys.indexOf(key), list, length: choices.length, isOne })),
    },
    { name: columns, rows: [COLUMN_HEADS, ...NOTES, ...[...known, ...extras].map(toColumnRow)], widths: [36, 36, 36, 12, 80, 80] },
    { name: codes, rows: [CODE_HEADS, ...known.flatMap(toCodeRows)], widths: [36, 36, 44, 44] },
    ...(lists.length === 0 ? [] : [toListSheet(lists)]),
  ];
}

type List = { key: string; choices: readonly string[]; isOne: boolean };

/** What the cells of a column are chosen from: the names in Khmer, those in English, the codes; all of them are read. */
function toList({ key, codes = [], holdsSeveral = false }: Column): List {
  const choices = [...codes.map(({ km }) => km), ...codes.map(({ en }) => en), ...codes.map(({ code }) => code)];
  // In a cell of several codes these signs part one from the next.
  const isWhole = (choice: string) => choice !== '' && !(holdsSeveral && /[;,]/.test(choice));
  return { key, choices: [...new Set(choices)].filter(isWhole), isOne: !holdsSeveral };
}

function toListSheet(lists: readonly List[]): TemplateSheet {
  const longest = Math.max(...lists.map(({ choices }) => choices.length));
  const rows = Array.from({ length: longest }, (_, index) => lists.map(({ choices }) => choices[index] ?? null));
  return { name: LIST_SHEET, rows: [lists.map(({ key }) => key), ...rows], widths: lists.map(() => 36) };
}

/** Columns of a dataset's template, and of the file it leaves as. */
export function templateColumns(dataset: Dataset): Column[] {
  return dataset.columns({}, []).filter(({ isExtra }) => isExtra !== true);
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
  [
    'Lists',
    'Cells with a list: choose a name in Khmer or English, or a code',
    'ក្រឡាដែលមានបញ្ជី៖ សូមជ្រើសឈ្មោះជាខ្មែរ ឬអង់គ្លេស ឬលេខកូដ',
    '',
    'The names stand on the last sheet. Where a cell may hold several, write them one after the other with ; between.',
    'ឈ្មោះទាំងអស់មានក្នុងសន្លឹកចុងក្រោយ។ បើក្រឡាអាចមានច្រើន សូមសរសេរតាមលំដាប់ ដោយដាក់ ; រវាង។',
  ],
];

function toColumnRow({ key, label, explanation, isRequired, isExtra = false }: Column): TemplateCell[] {
  const need = isRequired ? 'yes - បាទ/ចាស' : isExtra ? 'may be added - អាចបន្ថែម' : '';
  return [key, label.en, label.km, need, explanation.en, explanation.km];
}

function toCodeRows({ key, codes }: Column): TemplateCell[][] {
  return (codes ?? []).map(({ code, en, km }: Text & { code: string }) => [key, code, en, km]);
}
