import { parsePcode } from '@atlas/server/contracts';
import type { Row } from '../cartography/scale.ts';
import type { Language } from '../view.ts';
import type { TableRow } from './table-rows.ts';

const TABLE_COLUMNS = ['name', 'value', 'state', 'numerator', 'denominator', 'network', 'parent', 'pcode'] as const;
const COUNT_COLUMNS = ['name', 'value', 'state', 'network', 'parent', 'pcode'] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];
export type TableOrder = { column: TableColumn; direction: 'ascending' | 'descending' };

export type TableFilter = {
  /** Part of a name in either language, or the beginning of a code in any written form. */
  text: string;
  row: Row | undefined;
  province: string | undefined;
};

/** Lines that fit every filter. */
export function filterRows(rows: readonly TableRow[], { text, row, province }: TableFilter): TableRow[] {
  const wanted = plain(text);
  const code = /\d|[០-៩]/.test(text) ? parsePcode(text) : undefined;
  return rows.filter(
    ({ pcode, names, scaleRow }) =>
      (row === undefined || scaleRow.row === row) &&
      (province === undefined || pcode.startsWith(province)) &&
      (wanted === '' || names.some((name) => plain(name).includes(wanted)) || (code !== undefined && pcode.startsWith(code))),
  );
}

/** Names are compared without case, accents' order and the invisible breaks of Khmer text. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200b\ufeff]/g, '')
    .trim()
    .toLowerCase();
}

/**
 * Lines in the order of a column. A place without the number of that column comes last in both directions, because
 * nobody knows where it belongs; equals go by code. States go as in the legend, `rows` from low to high.
 */
export function sortRows(
  rows: readonly TableRow[],
  { column, direction }: TableOrder,
  { language, legend }: { language: Language; legend: readonly Row[] },
): TableRow[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const compareTexts = new Intl.Collator(language, { numeric: true }).compare;
  const byCode = (a: TableRow, b: TableRow) => (a.pcode < b.pcode ? -1 : a.pcode > b.pcode ? 1 : 0);
  const keyed = rows.map((row) => ({ row, key: keyOf(row, column, legend) }));
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) {
      return Number(a.key === undefined) - Number(b.key === undefined) || byCode(a.row, b.row);
    }
    const difference = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : compareTexts(String(a.key), String(b.key));
    return sign * difference || byCode(a.row, b.row);
  });
  return keyed.map(({ row }) => row);
}

function keyOf(row: TableRow, column: TableColumn, legend: readonly Row[]): number | string | undefined {
  switch (column) {
    case 'state':
      return legend.indexOf(row.scaleRow.row);
    case 'network':
      return networkKey(row);
    default:
      return row[column];
  }
}

/** None, dormant, active; above commune level the number of communes with an active network. */
function networkKey({ network }: TableRow): number | undefined {
  if (network === undefined) return undefined;
  return 'active' in network ? network.active : (['none', 'dormant', 'active'] as const).indexOf(network.status);
}

/** Columns of an indicator's table; a count is taken over nothing. */
export function columnsOf(kind: 'rate' | 'count'): readonly TableColumn[] {
  return kind === 'rate' ? TABLE_COLUMNS : COUNT_COLUMNS;
}
