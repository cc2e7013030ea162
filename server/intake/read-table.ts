import { CsvError } from 'csv-parse/sync';
import type { Fields } from '../boundaries/layout.ts';
import { readableText } from '../domain/places/readable-text.ts';
import { decodeText, readDelimited } from './delimited.ts';
import { readWorkbook } from './workbook.ts';

/** A file as it came: from the command line, or handed over to a running server. */
export type SourceFile = { name: string; bytes: Uint8Array };
/** `where` a row stands in its file: `line 21`. */
export type TableRow = { where: string; fields: Fields };
/**
 * Rows of a table by column; blank rows are left out, blank cells are absent. `otherSheets` of a workbook are not read,
 * nor are the lines that `notes` name.
 */
export type Table = {
  columns: ReadonlySet<string>;
  rows: TableRow[];
  /** Lines that have not as many cells as there are heads: they are not among the rows. */
  odd: readonly { where: string; cells: number; heads: number }[];
  otherSheets: readonly string[];
  notes: readonly string[];
};

/** How well the cells of a line would do as heads; 0 when they are none. */
export type HeadScore = (cells: readonly string[]) => number;

/** Larger files are refused: the greatest table known, the whole gazetteer, has 1 MB. */
const LARGEST_BYTES = 50_000_000;

/**
 * Reads a table, .xlsx, or text with commas, semicolons or tabs, or a JSON array of records, bare or as the one array of
 * an object. The first line names the columns, or, with `scoreOf`, the likeliest of the first lines: titles may stand
 * above it, and a line of HXL tags below. Answers the reason, one sentence, when it is none.
 */
export async function readTable(file: SourceFile, scoreOf?: HeadScore): Promise<Table | { reason: string }> {
  if (file.bytes.byteLength > LARGEST_BYTES) return { reason: `${file.name} is larger than 50 MB.` };
  const format = formatOf(file);
  try {
    return await format.read(file, scoreOf);
  } catch (error) {
    const detail = detailOf(error);
    return { reason: `${file.name} cannot be read as ${format.name} (${detail}).` };
  }
}

/** What is wrong, in our own words: the messages of parsers repeat what they stumbled over, which may be a name. */
function detailOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'it is not valid JSON';
  if (error instanceof CsvError)
    return `its quotes do not match${typeof error['lines'] === 'number' ? ` near line ${error['lines']}` : ''}`;
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}

type Format = { name: string; read(file: SourceFile, scoreOf: HeadScore | undefined): Promise<Table | { reason: string }> };

const WORKBOOK: Format = { name: 'an .xlsx workbook', read: readSheets };
const CSV: Format = { name: 'a .csv table', read: async (file, scoreOf) => readCsv(file, scoreOf) };
const JSON_RECORDS: Format = { name: 'a JSON array of records', read: async (file) => readRecords(file) };

function formatOf({ name, bytes }: SourceFile): Format {
  const isWorkbook = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
  if (isWorkbook || /\.xlsx$/i.test(name)) return WORKBOOK;
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  return /\.json$/i.test(name) || /^[[{]\s*["{[\]]/.test(start) ? JSON_RECORDS : CSV;
}

async function readSheets({ name, bytes }: SourceFile, scoreOf?: HeadScore): Promise<Table | { reason: string }> {
  const [sheet, ...others] = await readWorkbook(bytes);
  const lines = (sheet?.data ?? []).map((cells, index) => ({ number: index + 1, cells }));
  const head = headOf(lines, scoreOf);
  if (head === undefined) return { reason: `${name} is empty.` };
  const dated = head.line.cells.findIndex((cell) => cell instanceof Date);
  if (dated >= 0)
    throw new Error(`the head of column ${dated + 1} is a date; an age band such as 5-14 must be text, for example "age 5-14"`);
  const table = toTable(head, { unit: 'row', isTagged: scoreOf !== undefined });
  return { ...table, otherSheets: others.flatMap((other) => (other.data.length === 0 ? [] : [other.sheet])) };
}

function readCsv({ name, bytes }: SourceFile, scoreOf?: HeadScore): Table | { reason: string } {
  const head = headOf(readDelimited(decodeText(bytes)), scoreOf);
  if (head === undefined) return { reason: `${name} is empty.` };
  const width = head.line.cells.length;
  // Blank cells beyond the heads hold nothing; any other difference means that a cell may stand under the wrong head.
  const isOdd = ({ cells }: Line) => cells.length < width || cells.slice(width).some((cell) => !isBlank(cell));
  const odd = head.below.filter(isOdd);
  const [first] = odd;
  if (scoreOf === undefined && first !== undefined)
    throw new Error(`line ${first.number} has ${first.cells.length} cells, the heads are ${width}`);
  const table = toTable({ ...head, below: head.below.filter((line) => !isOdd(line)) }, { unit: 'line', isTagged: scoreOf !== undefined });
  return { ...table, odd: odd.map(({ number, cells }) => ({ where: `line ${number}`, cells: cells.length, heads: width })) };
}

/** A line of a table: its number in the file, from 1, and its cells. */
type Line = { number: number; cells: readonly unknown[] };
/** The line of heads, those below it, and how many stand above. */
type Head = { line: Line; below: readonly Line[]; above: number };

/** Heads are looked for among so many lines. */
const LINES_ABOVE = 20;

function headOf(lines: readonly Line[], scoreOf: HeadScore | undefined): Head | undefined {
  const scores = scoreOf === undefined ? [] : lines.slice(0, LINES_ABOVE).map(({ cells }) => scoreOf(cells.map(toHead)));
  const above = Math.max(0, scores.indexOf(Math.max(...scores)));
  const line = lines[above];
  return line === undefined ? undefined : { line, below: lines.slice(above + 1), above };
}

function toHead(cell: unknown): string {
  return cell === null || cell === undefined ? '' : readableText(String(cell)).trim();
}

function readRecords({ name, bytes }: SourceFile): Table | { reason: string } {
  const content: unknown = JSON.parse(decodeText(bytes).replace(/^\ufeff/, ''));
  const lists = Array.isArray(content) ? [content] : Object.values(Object(content)).filter(Array.isArray);
  const [list] = lists;
  if (list === undefined || lists.length > 1) return { reason: `${name} holds no single array of records.` };
  if (!list.every(isRecord)) return { reason: `${name} holds an array of other things than records.` };
  const columns = [...new Set(list.flatMap((record) => Object.keys(record)))];
  const below = list.map((record, index) => ({ number: index + 1, cells: columns.map((column) => record[column]) }));
  const head = { line: { number: 0, cells: columns }, below, above: 0 };
  return toTable(head, { unit: 'record', isTagged: false });
}

function isRecord(entry: unknown): entry is Record<string, unknown> {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}

type Naming = { unit: 'row' | 'line' | 'record'; isTagged: boolean };

function toTable({ line, below, above }: Head, { unit, isTagged }: Naming): Table {
  const columns = line.cells.map(toHead);
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index);
  if (twice !== undefined) throw new Error(`two columns are called "${twice}"`);
  const named = columns.map((column, index) => ({ column, index })).filter(({ column }) => column !== '');
  const tags = isTagged ? below.find(isTagLine) : undefined;
  return {
    columns: new Set(named.map(({ column }) => column)),
    rows: below.flatMap((row) => {
      const filled = row === tags ? [] : named.filter((entry) => !isBlank(row.cells[entry.index]));
      const fields = Object.fromEntries(filled.map((entry) => [entry.column, row.cells[entry.index]]));
      return filled.length === 0 ? [] : [{ where: `${unit} ${row.number}`, fields }];
    }),
    otherSheets: [],
    odd: [],
    notes: [
      ...(above > 0 ? [`the heads are in line ${line.number}; what stands above is not read`] : []),
      ...(tags === undefined ? [] : [`line ${tags.number} holds HXL tags and is not read`]),
    ],
  };
}

/** Is this the line of an HXL table that says what each column is? */
function isTagLine({ cells }: Line): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => /^#[a-z]/i.test(String(cell).trim()));
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
