import type { Line } from './packed-lines.ts';
import { createRowCounter } from './table-limits.ts';
import { createPieces, unescapeText, type Workbook } from './workbook-parts.ts';
import { type AttributeOf, readXml } from './xml.ts';

type Cell = string | number | boolean | Date | null;
/** What a cell is written with: `t`, `s`, its `<v>` and its `<is>`. */
type Written = { type: string; style: string | undefined; value: string | undefined; inline: string | undefined };

/** The lines of a sheet down to the last that holds something, cells up to the last of each line. Throws `OverLimit`, and where a cell is none. */
export function readSheetLines(xml: string, workbook: Workbook): Line[] {
  const lines: Line[] = [];
  const count = createRowCounter();
  readRows(xml, workbook, (number, cells) => {
    if (cells.length === 0) return true;
    if (number <= lines.length) throw new Error('rows stand out of their order');
    while (lines.length < number - 1) {
      count([]);
      lines.push({ number: lines.length + 1, cells: [] });
    }
    count(cells);
    lines.push({ number, cells });
    return true;
  });
  return lines;
}

/** Does anything stand in a sheet? Read up to its first cell that holds something. */
export function holdsSomething(xml: string, workbook: Workbook): boolean {
  let isFilled = false;
  readRows(xml, workbook, (_, cells) => {
    isFilled = cells.length > 0;
    return !isFilled;
  });
  return isFilled;
}

/** Takes a row; false ends the reading. */
type TakeRow = (number: number, cells: Cell[]) => boolean;

function readRows(xml: string, workbook: Workbook, take: TakeRow): void {
  let row: { number: number; cells: Cell[] } | undefined;
  let written: Written | undefined;
  let [last, column] = [0, 0];
  let isValue = false;
  let goesOn = true;
  const pieces = createPieces();

  const endCell = () => {
    const value = row === undefined || written === undefined ? null : cellOf(written, workbook);
    written = undefined;
    if (row === undefined || value === null) return;
    while (row.cells.length < column - 1) row.cells.push(null);
    row.cells.push(value);
  };
  const openCell = (attribute: AttributeOf) => {
    const before = column;
    column = columnOf(attribute('r')) ?? before + 1;
    if (column > MOST_COLUMNS) createRowCounter()(Array.from({ length: column }));
    if (column <= before) throw new Error('cells stand out of their order');
    written = { type: attribute('t') ?? 'n', style: attribute('s'), value: undefined, inline: undefined };
  };

  readXml(xml, {
    open(name, attribute) {
      if (row === undefined) {
        if (name !== 'row') return;
        last = numberOf(attribute('r')) ?? last + 1;
        row = { number: last, cells: [] };
        column = 0;
      } else if (name === 'c') openCell(attribute);
      else if (written === undefined) return;
      else if (name === 'v') {
        isValue = true;
        written.value = '';
      } else if (name === 'is') {
        pieces.clear();
        written.inline = '';
      } else pieces.open(name);
    },
    text(text) {
      if (written === undefined) return;
      if (isValue) written.value += text;
      else if (written.inline !== undefined) pieces.text(text);
    },
    close(name) {
      if (name === 'v') isValue = false;
      else if (name === 'c') endCell();
      else if (name === 'row' && row !== undefined) {
        goesOn = take(row.number, row.cells);
        row = undefined;
      } else if (name === 'is' && written !== undefined) written.inline = pieces.joined();
      else pieces.close(name);
    },
    isDone: () => !goesOn,
  });
}

/** One more is counted as too many. */
const MOST_COLUMNS = 16_384;
const LETTER_BEFORE_A = 64;

/** Column of an address, from 1: 28 of `AB12`. */
function columnOf(address: string | undefined): number | undefined {
  if (address === undefined) return undefined;
  let column = 0;
  for (let at = 0; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) - LETTER_BEFORE_A;
    if (letter < 1 || letter > 26) break;
    column = Math.min(column * 26 + letter, MOST_COLUMNS + 1);
  }
  if (column === 0) throw new Error('a cell has no address');
  return column;
}

function numberOf(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1) throw new Error('a row has no number');
  return number;
}

/** What a cell holds; null where nothing, or an error of a formula. Texts without blanks around them. */
function cellOf({ type, style, value, inline }: Written, workbook: Workbook): Cell {
  if (type === 'inlineStr') return textCell(inline);
  if (value === undefined || value.trim() === '') return null;
  switch (type) {
    case 'n':
      return numberCell(value, style, workbook);
    case 's':
      return textCell(orThrow(workbook.strings[Number(value)]));
    case 'str':
      return textCell(unescapeText(value));
    case 'b':
      if (value !== '0' && value !== '1') throw new Error('a cell is neither true nor false');
      return value === '1';
    case 'd':
      return dateOf(Date.parse(value));
    case 'e':
      return null;
    default:
      throw new Error('a cell is of no known type');
  }
}

function numberCell(value: string, style: string | undefined, { styles, isFrom1904 }: Workbook): number | Date {
  const number = Number(value);
  if (Number.isNaN(number)) throw new Error('a cell holds no number');
  const isDate = style !== undefined && orThrow(styles[Number(style)]);
  return isDate ? new Date(Math.floor((number + (isFrom1904 ? DAYS_1904 : 0) - DAYS_1970) * DAY_MILLISECONDS)) : number;
}

/** Days from the end of 1899 to 1904, and to 1970; spreadsheets believe in a 29 February 1900. */
const DAYS_1904 = 1462;
const DAYS_1970 = 25_569;
const DAY_MILLISECONDS = 86_400_000;

function dateOf(time: number): Date {
  if (Number.isNaN(time)) throw new Error('a cell holds no day');
  return new Date(time);
}

function textCell(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

function orThrow<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('a cell refers to what is not there');
  return value;
}
