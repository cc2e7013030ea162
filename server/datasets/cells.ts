import { z } from 'zod';
import { type Pcode, parsePcode } from '../contracts/pcode.ts';
import { Year } from '../contracts/period.ts';
import { issueWords, type RowIssue, type RowIssueCode, rowIssue } from '../contracts/row-issues.ts';
import {
  type CellReader,
  cellText,
  codeReader,
  isBlank,
  type Named,
  readCount,
  readDay,
  readDecimal,
  readPlace,
  readYear,
  Unreadable,
} from './cell-readers.ts';
import { commonEra } from './repairs.ts';

/** A cell as a code for a report: null where it holds anything else, which may be a name or a telephone: no message repeats it. */
export function reportedCode(cell: unknown): string | null {
  const text = cellText(cell);
  return text !== null && /^(KH)?\d{1,8}$/i.test(text) ? text : null;
}

/** Code of a commune, or of a village of it. */
export const PlaceCell = cell(readPlace);

/** A whole number of people or places; null when blank, which is never zero. */
export const CountCell = cell(readCount);

/** A number that is not negative; null when blank, which is never zero. */
export const NumberCell = cell(readDecimal);

/** A calendar year. */
export const YearCell = cell(readYear);

/** A day as `YYYY-MM-DD`; null when blank. */
export const DayCell = cell(readDay);

/** One code of a list, as code or in either language; null when blank. */
export function codeCell(terms: readonly Named[]) {
  return cell(codeReader(terms));
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
function degreeCell(between: { lowest: number; highest: number }, issue: 'no-longitude' | 'no-latitude') {
  return cell((value): number | null | Unreadable => {
    const text = cellText(value);
    if (text === null) return isBlank(value) ? null : new Unreadable(issue, between);
    const degrees = /^\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
    if (!(degrees >= between.lowest && degrees <= between.highest)) return new Unreadable(issue, between);
    return Math.round(degrees * 1e7) / 1e7;
  });
}

/** A longitude and a latitude around Cambodia, in degrees: one is then never taken for the other. */
export const LongitudeCell = degreeCell({ lowest: 102, highest: 108 }, 'no-longitude');
export const LatitudeCell = degreeCell({ lowest: 9, highest: 15 }, 'no-latitude');

/** What must not be blank. */
export function needed<Value>(inner: z.ZodType<Value | null>) {
  return inner.transform((value, context): NonNullable<Value> => {
    if (value !== null && value !== undefined) return value;
    context.addIssue(complaint('blank'));
    return z.NEVER;
  });
}

/** An issue as the schema library carries it, with its code and values beside the words. */
export function complaint(issue: RowIssueCode, values: RowIssue['values'] = {}) {
  return { code: 'custom' as const, message: issueWords(issue, values), params: { issue, values } };
}

/** A cell of a form of its own: what it holds, or why it cannot be read. */
export function cell<Value>(read: CellReader<Value>) {
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
