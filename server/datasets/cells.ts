import { z } from 'zod';
import { levelOf, type Pcode, parsePcode } from '../contracts/pcode.ts';
import { Day, Year } from '../contracts/period.ts';
import { issueWords, type RowIssue, type RowIssueCode, rowIssue } from '../contracts/row-issues.ts';
import { cleanText } from '../domain/places/clean-text.ts';
import { readableText } from '../domain/places/readable-text.ts';
import { commonEra } from './repairs.ts';

/** Text of a cell as people write it, with Latin digits and without zero-width marks; null when blank. */
export function cellText(cell: unknown): string | null {
  if (typeof cell === 'number' && Number.isFinite(cell)) return String(cell);
  if (typeof cell !== 'string') return null;
  const text = cleanText(readableText(cell)).replace(/[០-៩]/g, (digit) => String((digit.codePointAt(0) ?? KHMER_ZERO) - KHMER_ZERO));
  return text === '' ? null : text;
}

const KHMER_ZERO = 0x17e0;

/** A cell as a code for a report: null where it holds anything else, which may be a name or a telephone: no message repeats it. */
export function reportedCode(cell: unknown): string | null {
  const text = cellText(cell);
  return text !== null && /^(KH)?\d{1,8}$/i.test(text) ? text : null;
}

/** Code of a commune, or of a village of it. */
export const PlaceCell = cell((value): Pcode | Unreadable => {
  const text = cellText(value);
  if (text === null) return new Unreadable('blank');
  const pcode = parsePcode(text);
  if (pcode === undefined) return new Unreadable('no-place-code');
  const level = levelOf(pcode);
  if (level === 'province' || level === 'district') return new Unreadable(`too-wide-${level}`, { code: pcode });
  return pcode;
});

/** A whole number of people or places; null when blank, which is never zero. */
export const CountCell = cell((value) => readNumber(value, { form: /^\d+(\.0+)?$/, name: 'whole-number', below: 1e9 }));

/** A number that is not negative; null when blank, which is never zero. */
export const NumberCell = cell((value) => readNumber(value, { form: /^\d+(\.\d+)?(e[+-]?\d+)?$/i, name: 'number', below: 1e12 }));

function readNumber(
  value: unknown,
  { form, name, below }: { form: RegExp; name: 'number' | 'whole-number'; below: number },
): number | null | Unreadable {
  const text = cellText(value);
  if (text === null) return isBlank(value) ? null : new Unreadable(`holds-no-${name}`);
  const plain = /^\d{1,3}([, ]\d{3})+(\.\d+)?$/.test(text) ? text.replace(/[, ]/g, '') : text;
  if (/^-\d/.test(plain)) return new Unreadable('negative');
  if (!form.test(plain)) return new Unreadable(`no-${name}`);
  return Number(plain) < below ? Number(plain) : new Unreadable('too-large');
}

/** A calendar year, of the common or the Buddhist era, written as such or as a date. */
export const YearCell = cell((value) => {
  const text = value instanceof Date ? toDay(value).slice(0, 4) : cellText(value);
  if (text === null) return new Unreadable('blank');
  const year = /^\d{4}$/.test(text) ? String(commonEra(Number(text))) : text;
  return Year.safeParse(year).success ? year : new Unreadable('no-year');
});

/** A day as `YYYY-MM-DD`, from a date cell, `2025-03-31`, or, day first, `31/03/2025`, in years of the common or the Buddhist era; null when blank. */
export const DayCell = cell((value): string | null | Unreadable => {
  const text = value instanceof Date ? toDay(value) : cellText(value);
  if (text === null) return isBlank(value) ? null : new Unreadable('holds-no-day');
  const day = typeof value === 'number' || /^\d{5}$/.test(text) ? ofSpreadsheet(Number(text)) : fromText(text);
  return /^(19|20)/.test(day) && Day.safeParse(day).success ? day : new Unreadable('no-day');
});

/** Spreadsheets count days from the end of 1899. */
function ofSpreadsheet(days: number): string {
  return days >= 1 && days < 80_000 ? toDay(new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000)) : '';
}

function fromText(text: string): string {
  const dayFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text);
  if (dayFirst !== null) return toWritten(dayFirst[3], dayFirst[2], dayFirst[1]);
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[T ].*)?$/.exec(text);
  return yearFirst === null ? text : toWritten(yearFirst[1], yearFirst[2], yearFirst[3]);
}

function toWritten(year = '', month = '', day = ''): string {
  return `${commonEra(Number(year))}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function toDay(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const [, year = '', day = ''] = /^(\d{4})(-\d{2}-\d{2})/.exec(date.toISOString()) ?? [];
  return `${commonEra(Number(year))}${day}`;
}

type Named = { code: string; en: string; km: string };

/** Codes of a list, parted by `;` or `,`, each as code or in either language. */
export function codesCell(terms: readonly Named[]) {
  return cell((value): string[] | Unreadable => {
    const words = (cellText(value) ?? '').split(/[;,]/).map((word) => word.trim());
    const found = words.filter((word) => word !== '').map((word) => ({ word, code: findCode(terms, word) }));
    const stray = found.find(({ code }) => code === undefined);
    if (stray !== undefined) return new Unreadable('holds-not-in-list');
    return [...new Set(found.flatMap(({ code }) => (code === undefined ? [] : [code])))];
  });
}

/** One code of a list, as code or in either language; null when blank. */
export function codeCell(terms: readonly Named[]) {
  return cell((value): string | null | Unreadable => {
    const text = cellText(value);
    if (text === null) return null;
    return findCode(terms, text) ?? new Unreadable('not-in-list');
  });
}

/** Code of a record in the office's own register: letters of any case, digits and hyphens, with at least one digit, so that no name passes for one. */
export const RecordCell = cell((value): string | null | Unreadable => {
  const text = cellText(value);
  if (text === null) return null;
  return /^(?=.*\d)[A-Za-z0-9-]{1,40}$/.test(text) ? text : new Unreadable('no-record-code');
});

/** A quarter as `2025-Q3`, also written `Q3 2025`; null when blank. Without its Q it could be a month. */
export const QuarterCell = cell((value): string | null | Unreadable => {
  const text = cellText(value);
  if (text === null) return null;
  const [, year, quarter] = /^(\d{4})[\s-]*Q([1-4])$/i.exec(text) ?? [];
  const [, quarterFirst, yearLast] = /^Q([1-4])[\s/-]+(\d{4})$/i.exec(text) ?? [];
  const written = `${commonEra(Number(year ?? yearLast))}-Q${quarter ?? quarterFirst}`;
  return QUARTER.test(written) ? written : new Unreadable('no-quarter');
});
const QUARTER = /^(19|20)\d{2}-Q[1-4]$/;

/** A year, a quarter or a month (`2025`, `2025-Q3`, `2025-07`); null when blank. */
export const SpanCell = cell((value): string | null | Unreadable => {
  const text = cellText(value);
  if (text === null) return null;
  const [, year, month] = /^(\d{4})(-(?:0[1-9]|1[0-2]))?$/.exec(text) ?? [];
  const quarter = QuarterCell.safeParse(value);
  const written = year === undefined ? (quarter.data ?? '') : `${commonEra(Number(year))}${month ?? ''}`;
  return Year.safeParse(written.slice(0, 4)).success ? written : new Unreadable('no-span');
});

/** Code of a province, district or commune, or of a village, which stands for its commune. */
export const AnyPlaceCell = cell((value): Pcode | Unreadable => {
  const text = cellText(value);
  if (text === null) return new Unreadable('blank');
  const pcode = parsePcode(text);
  return pcode === undefined ? new Unreadable('no-place-code') : pcode.slice(0, 6);
});

/** Code of a place of any level, as it stands. */
export const OwnPlaceCell = cell((value): Pcode | Unreadable => {
  const text = cellText(value);
  if (text === null) return new Unreadable('blank');
  return parsePcode(text) ?? new Unreadable('no-place-code');
});

/** A degree between two; null when blank. Two decimals more than a metre needs are kept. */
export function degreeCell(between: { lowest: number; highest: number }, issue: 'no-longitude' | 'no-latitude') {
  return cell((value): number | null | Unreadable => {
    const text = cellText(value);
    if (text === null) return isBlank(value) ? null : new Unreadable(issue, between);
    const degrees = /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (!(degrees >= between.lowest && degrees <= between.highest)) return new Unreadable(issue, between);
    return Math.round(degrees * 1e7) / 1e7;
  });
}

/** What must not be blank. */
export function needed<Value>(inner: z.ZodType<Value | null>) {
  return inner.transform((value, context): NonNullable<Value> => {
    if (value !== null && value !== undefined) return value;
    context.addIssue(complaint('blank'));
    return z.NEVER;
  });
}

function findCode(terms: readonly Named[], word: string): string | undefined {
  const wanted = word.toLowerCase();
  // Read as the cell was: a Khmer name of the list may hold Khmer digits and Latin capitals.
  return terms.find((term) => [term.code, term.en, term.km].some((name) => cellText(name)?.toLowerCase() === wanted))?.code;
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && cleanText(value) === '');
}

/** Why a cell cannot be read. */
export class Unreadable {
  readonly issue: RowIssueCode;
  readonly values: RowIssue['values'];
  constructor(issue: RowIssueCode, values: RowIssue['values'] = {}) {
    this.issue = issue;
    this.values = values;
  }
}

/** An issue as the schema library carries it, with its code and values beside the words. */
export function complaint(issue: RowIssueCode, values: RowIssue['values'] = {}) {
  return { code: 'custom' as const, message: issueWords(issue, values), params: { issue, values } };
}

/** A cell of a form of its own: what it holds, or why it cannot be read. */
export function cell<Value>(read: (value: unknown) => Value | Unreadable) {
  return z.unknown().transform((value, context): Exclude<Value, Unreadable> => {
    const result = read(value);
    if (!(result instanceof Unreadable)) return result as Exclude<Value, Unreadable>;
    context.addIssue(complaint(result.issue, result.values));
    return z.NEVER;
  });
}

/** What is wrong with a row, by the keys of its columns: the last name on the way to each complaint. */
export function toIssues(error: z.ZodError): RowIssue[] {
  return error.issues.map((found) => {
    const column = String(found.path.at(-1) ?? 'row');
    const params = found.code === 'custom' ? found.params : undefined;
    return params === undefined ? rowIssue('unreadable', {}, column) : rowIssue(params['issue'], params['values'], column);
  });
}
