/**
 * Why a file cannot be opened or read, as the end of an English sentence that begins with its name; the page has whole
 * sentences in Khmer. `{…}` stands for a number, a sign of the program or a head of the file.
 */
export const FILE_FAULTS = {
  'over-bytes': 'is larger than {megabytes} MB',
  'over-rows': 'has more than {most} rows; split it into several files',
  'over-columns': 'has more than {most} columns',
  'over-cells': 'has more than {most} cells; split it into several files',
  'over-characters': 'has a cell of more than {most} characters, in row {row}',
  'over-row': 'has a row of more than {most} characters',
  'over-depth': 'is nested more than {most} levels deep',
  'over-parts': 'has {parts} parts, more than {most}',
  'too-slow': 'takes more than {seconds} seconds to open',
  'too-much-memory': 'takes too much memory to open',
  unopened: 'cannot be opened',
  empty: 'is empty',
  'password-or-old': 'is protected by a password or is an old .xls; save it as .xlsx without a password',
  password: 'is protected by a password; save it without one',
  'no-spreadsheet': 'is damaged, or is no workbook',
  damaged: 'is damaged ({sign})',
  bomb: 'unpacks to far more than such a file holds',
  outside: 'has parts that point outside of it',
  'document-type': 'holds a document type, which no workbook needs',
  macros: 'holds macros; save it without them',
  links: 'is linked to other workbooks; paste its values into a new one',
  'no-array': 'holds no single array of records',
  'no-records': 'holds an array of other things than records',
  'no-json': 'it is not valid JSON',
  quotes: 'its quotes do not match near line {line}',
  'no-content': 'it has no content',
  'head-date': 'the head of column {column} is a date; an age band such as 5-14 must be text, for example "age 5-14"',
  'head-twice': 'two columns are called "{head}"',
  'odd-line': 'line {line} has {cells} cells, the heads are {heads}',
} as const;

export type FileFaultCode = keyof typeof FILE_FAULTS;

/** What is wrong with a file. */
export type FileFault = { issue: FileFaultCode; values: Readonly<Record<string, string | number>> };

export function fileFault(issue: FileFaultCode, values: FileFault['values'] = {}): FileFault {
  return { issue, values };
}

/** A fault in English, numbers with commas between thousands. */
export function faultWords({ issue, values }: FileFault): string {
  const written = (value: string | number | undefined) => (typeof value === 'number' ? value.toLocaleString('en') : (value ?? ''));
  return FILE_FAULTS[issue].replace(/\{(\w+)\}/g, (_, name: string) => written(values[name]));
}
