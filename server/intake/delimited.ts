import { CsvError, parse } from 'csv-parse/sync';
import { fileFault } from '../contracts/file-faults.ts';
import { decodeText } from './decode-text.ts';
import type { GridAnswer } from './grid.ts';
import type { Line } from './packed-lines.ts';
import { createRowCounter, LONGEST_ROW, tooLongRow } from './table-limits.ts';

/** What stands between cells: a comma, a semicolon where the comma is for decimals, or a tab. */
const DELIMITERS = [',', ';', '\t'] as const;
/** So many lines tell the delimiter. */
const LINES_LOOKED_AT = 20;

/** Lines of a delimited text with any line end; blank ones are left out. Throws `OverLimit`. */
export function readDelimited(bytes: Uint8Array): GridAnswer {
  const text = decodeText(bytes);
  const count = createRowCounter();
  const lines: Line[] = [];
  try {
    parse(text, {
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
      delimiter: delimiterOf(text),
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (cells: string[], { lines: number }) => {
        count(cells);
        lines.push({ number, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLongRow();
    return { damaged: fileFault('quotes', { line: typeof error['lines'] === 'number' ? error['lines'] : lines.length + 1 }) };
  }
  return { grid: { lines, otherSheets: [] } };
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
