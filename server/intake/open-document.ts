import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'saxen';
import { fileFault } from '../contracts/file-faults.ts';
import type { GridAnswer } from './grid.ts';
import type { Line } from './packed-lines.ts';
import { createRowCounter } from './table-limits.ts';
import { judgeOpenDocument } from './workbook-guard.ts';

const NAMESPACES = {
  'urn:oasis:names:tc:opendocument:xmlns:table:1.0': 'table',
  'urn:oasis:names:tc:opendocument:xmlns:office:1.0': 'office',
  'urn:oasis:names:tc:opendocument:xmlns:text:1.0': 'text',
} as const;

type Cell = string | number | Date | null;
type Attributes = Readonly<Record<string, string>>;
type Sheet = { name: string; lines: Line[] };

/**
 * The first sheet of an .ods spreadsheet (OpenDocument 1.2, part 1, section 9), and what the others are called. Throws
 * `OverLimit`. Cells hold what they were saved with: nothing is calculated, notes beside them are not read.
 */
export function readOpenDocument(bytes: Uint8Array): GridAnswer {
  const judged = judgeOpenDocument(bytes);
  if ('fault' in judged) return { damaged: judged.fault };
  const content = unzipSync(judged.texts)['content.xml'];
  if (content === undefined) return { damaged: fileFault('no-content') };
  const [first, ...others] = readSheets(strFromU8(content));
  return {
    grid: { lines: first?.lines ?? [], otherSheets: others.flatMap(({ name, lines }) => (lines.length === 0 ? [] : [name])) },
  };
}

function readSheets(xml: string): Sheet[] {
  const sheets: Sheet[] = [];
  const sheet = () => sheets.at(-1) ?? { name: '', lines: [] };
  const count = createRowCounter();
  let row: { cells: Cell[]; blanks: number; repeated: number } | undefined;
  let cell: { attributes: Attributes; paragraphs: string[]; repeated: number } | undefined;
  /** Notes, and drawings with their texts, stand within cells. */
  let aside = 0;
  let number = 0;

  const endCell = () => {
    if (row === undefined || cell === undefined) return;
    const value = cellOf(cell.attributes, cell.paragraphs.join('\n'));
    // Blank cells behind the last one fill a line to its end: they are made only where something follows.
    if (value === null) row.blanks += cell.repeated;
    else {
      const width = row.cells.length + row.blanks + cell.repeated;
      if (width > MOST_COLUMNS) count(Array.from({ length: MOST_COLUMNS + 1 }));
      row.cells.push(...Array<Cell>(row.blanks).fill(null), ...Array<Cell>(cell.repeated).fill(value));
      row.blanks = 0;
    }
    cell = undefined;
  };
  const endRow = () => {
    if (row === undefined) return;
    const { cells, repeated } = row;
    for (let copy = 0; cells.length > 0 && copy < repeated; copy += 1) {
      count(cells);
      sheet().lines.push({ number: number + copy + 1, cells });
    }
    number += repeated;
    row = undefined;
  };

  const parser = new Parser();
  parser.ns(NAMESPACES);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('openTag', (name, attributesOf, decode) => {
    if (ASIDE.has(name)) aside += 1;
    if (aside > 0) return;
    const attribute = (key: string) => decode(attributesOf()[key] ?? '');
    if (name === 'table:table') {
      sheets.push({ name: attribute('table:name'), lines: [] });
      number = 0;
    } else if (name === 'table:table-row') row = { cells: [], blanks: 0, repeated: repeatsOf(attribute('table:number-rows-repeated')) };
    else if (CELLS.has(name)) {
      const attributes = Object.fromEntries(Object.entries(attributesOf()).map(([key, value]) => [key, decode(value)]));
      cell = { attributes, paragraphs: [], repeated: repeatsOf(attributes['table:number-columns-repeated'] ?? '') };
    } else if (name === 'text:p') cell?.paragraphs.push('');
    else if (name === 'text:s') write(cell, ' '.repeat(Math.min(MOST_SPACES, repeatsOf(attribute('text:c')))));
    else if (name === 'text:tab' || name === 'text:line-break') write(cell, ' ');
  });
  parser.on('text', (text, decode) => {
    if (aside === 0) write(cell, decode(text));
  });
  parser.on('closeTag', (name) => {
    if (ASIDE.has(name)) aside -= 1;
    else if (aside > 0) return;
    else if (CELLS.has(name)) endCell();
    else if (name === 'table:table-row') endRow();
  });
  parser.parse(xml);
  return sheets;
}

const CELLS: ReadonlySet<string> = new Set(['table:table-cell', 'table:covered-table-cell']);
const ASIDE: ReadonlySet<string> = new Set(['office:annotation', 'table:shapes', 'table:dde-links', 'table:tracked-changes']);
/** One more is counted as too many. */
const MOST_COLUMNS = 16_384;
const MOST_SPACES = 4_000;

function write(cell: { paragraphs: string[] } | undefined, text: string): void {
  const last = (cell?.paragraphs.length ?? 0) - 1;
  // Between paragraphs stands only the layout of the file.
  if (cell !== undefined && last >= 0) cell.paragraphs[last] += text;
}

function repeatsOf(written: string): number {
  const number = Number(written);
  return written !== '' && Number.isInteger(number) && number > 0 ? number : 1;
}

function cellOf(attributes: Attributes, text: string): Cell {
  const written = (name: string) => attributes[`office:${name}`];
  switch (written('value-type')) {
    case 'float':
    case 'percentage':
    case 'currency':
      return written('value') === undefined ? null : Number(written('value'));
    case 'date':
      return dayOf(written('date-value')) ?? (text === '' ? null : text);
    case 'string':
      return (written('string-value') ?? text) || null;
    default:
      return text === '' ? null : text;
  }
}

/** A date as workbooks have it: midnight, or the hour stated, by the world's clock. */
function dayOf(written: string | undefined): Date | undefined {
  const [, day, time = '00:00:00'] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(written ?? '') ?? [];
  const moment = new Date(`${day}T${time}Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
