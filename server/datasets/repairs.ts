import { REPAIRS, type Repair } from '../contracts/import.ts';
import { parsePcode } from '../contracts/pcode.ts';

const YEAR_BEFORE_CHRIST = 543;

/**
 * A year of the Buddhist era, 2443 to 2642, as the year of the common era; another number as it is.
 * @example commonEra(2568) // 2025
 */
export function commonEra(year: number): number {
  return isBuddhist(year) ? year - YEAR_BEFORE_CHRIST : year;
}

function isBuddhist(year: number): boolean {
  return year >= 1900 + YEAR_BEFORE_CHRIST && year <= 2099 + YEAR_BEFORE_CHRIST;
}

/** The repairs that reading a cell as it stands takes; `key` is its column. Places' names are only shown, and stay as they are. */
export function repairsOf(key: string, cell: unknown): Repair[] {
  if (cell === null || cell === undefined || key === 'place-name') return [];
  // Most cells of most tables are small numbers, which need no repair.
  if (typeof cell === 'number' && Number.isInteger(cell) && cell >= 0 && cell < 1000 && key !== 'pcode') return [];
  if (cell instanceof Date) return isBuddhist(cell.getUTCFullYear()) ? ['buddhist-year'] : [];
  const raw = typeof cell === 'number' ? String(cell) : typeof cell === 'string' ? cell : '';
  const text = raw
    .replace(HIDDEN, '')
    .replace(KHMER_DIGIT, (digit) => String((digit.codePointAt(0) ?? 0) - 0x17e0))
    .trim();
  const isPlace = key === 'pcode';
  const isDay = /(^|-)(date|due|on)$/.test(key);
  const found: Partial<Record<Repair, boolean>> = {
    'khmer-digits': raw.search(KHMER_DIGIT) >= 0,
    'hidden-marks': raw.search(HIDDEN) >= 0,
    'kh-prefix': isPlace && /^kh/i.test(text),
    'lost-zero': isPlace && parsePcode(text) !== undefined && text.replace(/\D/g, '').length % 2 === 1,
    thousands: !isPlace && !isDay && /^\d{1,3}([, ]\d{3})+$/.test(text),
    'spreadsheet-day': isDay && /^\d{5}(\.\d+)?$/.test(text),
    'buddhist-year':
      (key === 'period' || key === 'quarter' || isDay) &&
      [...text.matchAll(/\d{4}/g)].some(([year]) => isBuddhist(Number(year))) &&
      !/^\d{5}/.test(text),
  };
  return REPAIRS.filter((repair) => found[repair] === true);
}

/** Zero-width spaces, and the mark at the start of a file. */
const HIDDEN = /[\u200b\u2060\ufeff]/g;
const KHMER_DIGIT = /[០-៩]/g;
