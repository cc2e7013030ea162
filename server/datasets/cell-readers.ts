import { YEAR_FORM } from '../contracts/lists.ts';
import { levelOf, type Pcode, parsePcode } from '../contracts/pcode.ts';
import { Day, Year } from '../contracts/period.ts';
import { type RowIssue, type RowIssueCode, rowIssue } from '../contracts/row-issues.ts';
import { cleanText } from '../domain/places/clean-text.ts';
import { readableText } from '../domain/places/readable-text.ts';
import type { Cells } from './dataset.ts';
import { commonEra } from './repairs.ts';

/** Why a cell cannot be read. */
export class Unreadable {
  readonly issue: RowIssueCode;
  readonly values: RowIssue['values'];
  constructor(issue: RowIssueCode, values: RowIssue['values'] = {}) {
    this.issue = issue;
    this.values = values;
  }
}

/** What a cell says, or why it says nothing that can be taken. Tables have a million cells: the usual form is looked for first. */
export type CellReader<Value> = (cell: unknown) => Value | Unreadable;

/** What must not be blank; `issue` says so. */
export function needed<Value>(reader: CellReader<Value | null>, issue: RowIssueCode): CellReader<Value> {
  return (cell) => {
    const value = reader(cell);
    return value === null ? new Unreadable(issue) : value;
  };
}

/** The cells of one row, read one by one; `issues` gathers what is wrong with them, by the keys of their columns. */
export function openRow(cells: Cells) {
  const issues: RowIssue[] = [];
  return {
    issues,
    /** What the cell of a column says; undefined where it cannot be read. */
    read<Value>(key: string, reader: CellReader<Value>): Value | undefined {
      const result = reader(cells[key] ?? null);
      if (!(result instanceof Unreadable)) return result;
      issues.push(rowIssue(result.issue, result.values, key));
      return undefined;
    },
  };
}

/** Text of a cell as people write it, with Latin digits and without zero-width marks; null when blank. */
export function cellText(cell: unknown): string | null {
  if (typeof cell === 'number' && Number.isFinite(cell)) return String(cell);
  if (typeof cell !== 'string') return null;
  if (PLAIN.test(cell)) return cell;
  const text = cleanText(readableText(cell)).replace(/[០-៩]/g, (digit) => String((digit.codePointAt(0) ?? KHMER_ZERO) - KHMER_ZERO));
  return text === '' ? null : text;
}

/** Latin letters, digits and signs with single blanks between them: nothing to mend. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const KHMER_ZERO = 0x17e0;

/** Code of a commune, or of a village of it. */
export function readPlace(value: unknown): Pcode | Unreadable {
  if (typeof value === 'string' && /^(?!00)(?:\d{6}|\d{8})$/.test(value)) return value;
  const text = cellText(value);
  if (text === null) return new Unreadable('blank');
  const pcode = parsePcode(text);
  if (pcode === undefined) return new Unreadable('no-place-code');
  const level = levelOf(pcode);
  if (level === 'province' || level === 'district') return new Unreadable(`too-wide-${level}`, { code: pcode });
  return pcode;
}

/** A whole number of people or places; null when blank, which is never zero. */
export function readCount(value: unknown): number | null | Unreadable {
  return readNumber(value, { form: /^\d+(\.0+)?$/, name: 'whole-number', below: 1e9 });
}

/** A number that is not negative; null when blank, which is never zero. */
export function readDecimal(value: unknown): number | null | Unreadable {
  return readNumber(value, { form: /^\d+(\.\d+)?(e[+-]?\d+)?$/i, name: 'number', below: 1e12 });
}

function readNumber(
  value: unknown,
  { form, name, below }: { form: RegExp; name: 'number' | 'whole-number'; below: number },
): number | null | Unreadable {
  // Zero is added to a negative zero, which no office means.
  if (Number.isInteger(value) && typeof value === 'number' && value >= 0 && value < below) return value + 0;
  const text = cellText(value);
  if (text === null) return isBlank(value) ? null : new Unreadable(`holds-no-${name}`);
  const plain = /^\d{1,3}([, ]\d{3})+(\.\d+)?$/.test(text) ? text.replace(/[, ]/g, '') : text;
  if (/^-\d/.test(plain)) return new Unreadable('negative');
  if (!form.test(plain)) return new Unreadable(`no-${name}`);
  return Number(plain) < below ? Number(plain) : new Unreadable('too-large');
}

/** A calendar year, of the common or the Buddhist era, written as such or as a date. */
export function readYear(value: unknown): string | Unreadable {
  if (typeof value === 'number' && YEAR_FORM.test(String(value))) return String(value);
  const text = value instanceof Date ? toDay(value).slice(0, 4) : cellText(value);
  if (text === null) return new Unreadable('blank');
  const year = /^\d{4}$/.test(text) ? String(commonEra(Number(text))) : text;
  return Year.safeParse(year).success ? year : new Unreadable('no-year');
}

/** A day as `YYYY-MM-DD`, from a date cell, `2025-03-31`, or, day first, `31/03/2025`, in years of the common or the Buddhist era; null when blank. */
export function readDay(value: unknown): string | null | Unreadable {
  if (typeof value === 'string' && /^(?:19|20)\d\d-\d\d-\d\d$/.test(value) && Day.safeParse(value).success) return value;
  const text = value instanceof Date ? toDay(value) : cellText(value);
  if (text === null) return isBlank(value) ? null : new Unreadable('holds-no-day');
  const day = typeof value === 'number' || /^\d{5}$/.test(text) ? ofSpreadsheet(Number(text)) : fromText(text);
  return /^(19|20)/.test(day) && Day.safeParse(day).success ? day : new Unreadable('no-day');
}

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

export type Named = { code: string; en: string; km: string };

/** Codes of a list, parted by `;` or `,`, each as code or in either language. */
export function codesReader(terms: readonly Named[]): CellReader<readonly string[]> {
  const codeOf = codesByName(terms);
  // Only what is made of the list is remembered: never a name that strayed into a cell.
  const known = new Map<unknown, readonly string[]>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const codes = new Set<string>();
    for (const part of (cellText(value) ?? '').split(/[;,]/)) {
      const word = part.trim();
      const code = codeOf.get(word.toLowerCase());
      if (code !== undefined) codes.add(code);
      else if (word !== '') return new Unreadable('holds-not-in-list');
    }
    const read = [...codes];
    if (typeof value === 'string' && known.size < MOST_REMEMBERED) known.set(value, read);
    return read;
  };
}

/** So many cells of a list are remembered with their codes. */
const MOST_REMEMBERED = 500;

/** One code of a list, as code or in either language; null when blank. */
export function codeReader(terms: readonly Named[]): CellReader<string | null> {
  const codeOf = codesByName(terms);
  return (value) => {
    const text = cellText(value);
    if (text === null) return null;
    return codeOf.get(text.toLowerCase()) ?? new Unreadable('not-in-list');
  };
}

/** Codes by all their names, read as cells are: a Khmer name may hold Khmer digits and Latin capitals. Of two terms of one name the first is meant. */
function codesByName(terms: readonly Named[]): ReadonlyMap<string, string> {
  const names = terms.flatMap(({ code, en, km }) => [code, en, km].map((name) => [cellText(name)?.toLowerCase() ?? '', code] as const));
  return new Map(names.filter(([name]) => name !== '').reverse());
}

export function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && cleanText(value) === '');
}
