import type { Fields } from '../boundaries/layout.ts';
import { type FileFault, faultWords, fileFault } from '../contracts/file-faults.ts';
import { type FileNote, fileNote } from '../contracts/file-notes.ts';
import { readableText } from '../domain/places/readable-text.ts';
import { type Grid, type GridFormat, readGrid } from './grid.ts';
import type { Line } from './packed-lines.ts';

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
  notes: readonly FileNote[];
};

/** How well the cells of a line would do as heads; 0 when they are none. */
export type HeadScore = (cells: readonly string[]) => number;

/** Larger files are refused: the greatest table known, the whole gazetteer, has 1 MB. */
const LARGEST_BYTES = 50_000_000;

/**
 * Reads a table, .xlsx or .ods, or text with commas, semicolons or tabs, or a JSON array of records, bare or as the one array of
 * an object. The first line names the columns, or, with `scoreOf`, the likeliest of the first lines: titles may stand
 * above it, and a line of HXL tags below. Answers the reason when it is none.
 */
export async function readTable(file: SourceFile, scoreOf?: HeadScore): Promise<Table | NoTable> {
  if (file.bytes.byteLength > LARGEST_BYTES) return toNoTable(file, fileFault('over-bytes', { megabytes: LARGEST_BYTES / 1_000_000 }));
  const { id, name } = formatOf(file);
  const answer = await readGrid(id, file.bytes);
  if ('fault' in answer) return toNoTable(file, answer.fault);
  const read = 'damaged' in answer ? { wrong: answer.damaged } : READERS[id](answer.grid, scoreOf);
  if (read === undefined) return toNoTable(file, fileFault('empty'));
  return 'wrong' in read ? { reason: `${file.name} cannot be read as ${name} (${faultWords(read.wrong)}).`, fault: read.wrong } : read;
}

/** Why there is no table: a sentence, and what it says in parts. */
export type NoTable = { reason: string; fault: FileFault };

function toNoTable({ name }: SourceFile, fault: FileFault): NoTable {
  return { reason: `${name} ${faultWords(fault)}.`, fault };
}

type Format = { id: GridFormat; name: string };

const WORKBOOK: Format = { id: 'workbook', name: 'an .xlsx workbook' };
const OPEN_DOCUMENT: Format = { id: 'open-document', name: 'an .ods spreadsheet' };
const CSV: Format = { id: 'delimited', name: 'a .csv table' };
const JSON_RECORDS: Format = { id: 'records', name: 'a JSON array of records' };

function formatOf({ name, bytes }: SourceFile): Format {
  // Its first part is its kind, written as it stands.
  const isOpenDocument = new TextDecoder().decode(bytes.subarray(30, 30 + OPEN_DOCUMENT_MARK.length)) === OPEN_DOCUMENT_MARK;
  if (isOpenDocument || /\.ods$/i.test(name)) return OPEN_DOCUMENT;
  const isWorkbook = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
  if (isWorkbook || /\.xlsx$/i.test(name)) return WORKBOOK;
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  return /\.json$/i.test(name) || /^[[{]\s*["{[\]]/.test(start) ? JSON_RECORDS : CSV;
}

const OPEN_DOCUMENT_MARK = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet';

type Wrong = { wrong: FileFault };
type Reader = (grid: Grid, scoreOf: HeadScore | undefined) => Table | Wrong | undefined;

/** Each makes a table of the lines of its format; undefined where there is none. */
const READERS: Readonly<Record<GridFormat, Reader>> = {
  workbook: readSheet,
  'open-document': readSheet,
  delimited({ lines }, scoreOf) {
    const head = headOf(lines, scoreOf);
    if (head === undefined) return undefined;
    const width = head.line.cells.length;
    // Blank cells beyond the heads hold nothing; any other difference means that a cell may stand under the wrong head.
    const isOdd = ({ cells }: Line) => cells.length < width || cells.slice(width).some((cell) => !isBlank(cell));
    const odd = head.below.filter(isOdd);
    const [first] = odd;
    if (scoreOf === undefined && first !== undefined)
      return { wrong: fileFault('odd-line', { line: first.number, cells: first.cells.length, heads: width }) };
    const table = toTable({ ...head, below: head.below.filter((line) => !isOdd(line)) }, { unit: 'line', isTagged: scoreOf !== undefined });
    if ('wrong' in table) return table;
    return { ...table, odd: odd.map(({ number, cells }) => ({ where: `line ${number}`, cells: cells.length, heads: width })) };
  },
  records({ lines: [line, ...below] }) {
    return line === undefined ? undefined : toTable({ line, below, above: 0 }, { unit: 'record', isTagged: false });
  },
};

function readSheet({ lines, otherSheets }: Grid, scoreOf: HeadScore | undefined): Table | Wrong | undefined {
  const head = headOf(lines, scoreOf);
  if (head === undefined) return undefined;
  const dated = head.line.cells.findIndex((cell) => cell instanceof Date);
  if (dated >= 0) return { wrong: fileFault('head-date', { column: dated + 1 }) };
  const table = toTable(head, { unit: 'row', isTagged: scoreOf !== undefined });
  return 'wrong' in table ? table : { ...table, otherSheets };
}

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

type Naming = { unit: 'row' | 'line' | 'record'; isTagged: boolean };

function toTable({ line, below, above }: Head, { unit, isTagged }: Naming): Table | Wrong {
  const columns = line.cells.map(toHead);
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index);
  if (twice !== undefined) return { wrong: fileFault('head-twice', { head: twice }) };
  // A head of this name would say what kind of object the row is.
  const isNamed = ({ column }: { column: string }) => column !== '' && column !== '__proto__';
  const named = columns.map((column, index) => ({ column, index })).filter(isNamed);
  const tags = isTagged ? below.find(isTagLine) : undefined;
  return {
    columns: new Set(named.map(({ column }) => column)),
    rows: below.flatMap((row) => {
      const fields = row === tags ? undefined : toFields(row, named);
      return fields === undefined ? [] : [{ where: `${unit} ${row.number}`, fields }];
    }),
    otherSheets: [],
    odd: [],
    notes: [
      ...(above > 0 ? [fileNote('heads-in', { line: String(line.number) })] : []),
      ...(tags === undefined ? [] : [fileNote('tags', { line: String(tags.number) })]),
    ],
  };
}

/** The filled cells of a line by their head; undefined where all are blank. */
function toFields({ cells }: Line, named: readonly { column: string; index: number }[]): Fields | undefined {
  let fields: Record<string, unknown> | undefined;
  for (const { column, index } of named) {
    const cell = cells[index];
    if (isBlank(cell)) continue;
    fields ??= {};
    fields[column] = cell;
  }
  return fields;
}

/** Is this the line of an HXL table that says what each column is? */
function isTagLine({ cells }: Line): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.length > 0 && filled.every((cell) => /^#[a-z]/i.test(String(cell).trim()));
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
