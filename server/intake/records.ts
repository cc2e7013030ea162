import { fileFault } from '../contracts/file-faults.ts';
import { decodeText } from './decode-text.ts';
import type { GridAnswer } from './grid.ts';
import { checkDepth, createRowCounter } from './table-limits.ts';

/** A JSON array of records, bare or as the one array of an object, as a table whose first line, number 0, holds the heads. Throws `OverLimit`. */
export function readRecords(bytes: Uint8Array): GridAnswer {
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  checkDepth(text);
  const content = parse(text);
  if (content === undefined) return { damaged: fileFault('no-json') };
  const lists = Array.isArray(content.value) ? [content.value] : Object.values(Object(content.value)).filter(Array.isArray);
  const [list] = lists;
  if (list === undefined || lists.length > 1) return { fault: fileFault('no-array') };
  if (!list.every(isRecord)) return { fault: fileFault('no-records') };
  const columns = [...new Set(list.flatMap((record) => Object.keys(record)))];
  const count = createRowCounter();
  count(columns);
  const lines = list.map((record, index) => {
    const cells = columns.map((column) => record[column]);
    count(cells);
    return { number: index + 1, cells };
  });
  return { grid: { lines: [{ number: 0, cells: columns }, ...lines], otherSheets: [] } };
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function isRecord(entry: unknown): entry is Record<string, unknown> {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}
