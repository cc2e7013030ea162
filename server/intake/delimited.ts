import { parse } from 'csv-parse/sync';

/** A line of a delimited table: its number in the file, from 1, and its cells. */
export type Line = { number: number; cells: readonly string[] };

/** What stands between cells: a comma, a semicolon where the comma is for decimals, or a tab. */
const DELIMITERS = [',', ';', '\t'] as const;
/** So many lines tell the delimiter. */
const LINES_LOOKED_AT = 20;

/** Cells of a delimited text with any line end; blank lines are left out. */
export function readDelimited(text: string): Line[] {
  const lines = parse(text, {
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    delimiter: delimiterOf(text),
    record_delimiter: ['\r\n', '\n', '\r'],
  }) as unknown as { record: string[]; info: { lines: number } }[];
  return lines.map(({ record, info }) => ({ number: info.lines, cells: record }));
}

/** The sign that parts the first lines into the most cells, outside of quotes. */
function delimiterOf(text: string): (typeof DELIMITERS)[number] {
  const start = text
    .split(/\r\n|\n|\r/, LINES_LOOKED_AT)
    .join('\n')
    .replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: start.split(delimiter).length - 1 }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}

/** Text of a file: UTF-16 with its mark, UTF-8, else Windows-1252. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
