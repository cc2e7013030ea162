import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import type { Fields } from '../boundaries/layout.ts';
import { readableText } from '../domain/places/readable-text.ts';

/** A file as it came: from the command line, or handed over to a running server. */
export type SourceFile = { name: string; bytes: Uint8Array };
export type TableRow = { where: string; fields: Fields };
/** Rows of a table by column; blank rows are left out, blank cells are absent. `otherSheets` of a workbook are not read. */
export type Table = { columns: ReadonlySet<string>; rows: TableRow[]; otherSheets: readonly string[] };

/** Larger files are refused: the greatest table known, the whole gazetteer, has 1 MB. */
const LARGEST_BYTES = 50_000_000;

/**
 * Reads a table whose first row names the columns, .xlsx or .csv, or a JSON array of records, bare or as the one array
 * of an object. Answers the reason, one sentence, when it is none.
 */
export async function readTable(file: SourceFile): Promise<Table | { reason: string }> {
  if (file.bytes.byteLength > LARGEST_BYTES) return { reason: `${file.name} is larger than 50 MB.` };
  const format = formatOf(file);
  try {
    return await format.read(file);
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { reason: `${file.name} cannot be read as ${format.name} (${detail}).` };
  }
}

type Format = { name: string; read(file: SourceFile): Promise<Table | { reason: string }> };

const WORKBOOK: Format = { name: 'an .xlsx workbook', read: readWorkbook };
const CSV: Format = { name: 'a .csv table', read: async (file) => readCsv(file) };
const JSON_RECORDS: Format = { name: 'a JSON array of records', read: async (file) => readRecords(file) };

function formatOf({ name, bytes }: SourceFile): Format {
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || /\.xlsx$/i.test(name)) return WORKBOOK;
  const start = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  return /\.json$/i.test(name) || /^[[{]\s*["{[\]]/.test(start) ? JSON_RECORDS : CSV;
}

async function readWorkbook({ name, bytes }: SourceFile): Promise<Table | { reason: string }> {
  const [sheet, ...others] = await readExcelFile(Buffer.from(bytes));
  const [header, ...rows] = sheet?.data ?? [];
  if (header === undefined) return { reason: `${name} is empty.` };
  const dated = header.findIndex((cell) => cell instanceof Date);
  if (dated >= 0)
    throw new Error(`the head of column ${dated + 1} is a date; an age band such as 5-14 must be text, for example "age 5-14"`);
  const columns = header.map((cell) => (cell === null ? '' : String(cell).trim()));
  const table = toTable(columns, rows, (index) => `${name}, row ${index + 2}`);
  return { ...table, otherSheets: others.flatMap((other) => (other.data.length === 0 ? [] : [other.sheet])) };
}

function readCsv({ name, bytes }: SourceFile): Table | { reason: string } {
  const lines = parse(decode(bytes), {
    bom: true,
    info: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  }) as unknown as {
    record: string[];
    info: { lines: number };
  }[];
  const [header, ...rows] = lines;
  if (header === undefined) return { reason: `${name} is empty.` };
  const columns = header.record.map((cell) => cell.trim());
  return toTable(
    columns,
    rows.map((row) => row.record),
    (index) => `${name}, line ${rows[index]?.info.lines ?? index + 2}`,
  );
}

function readRecords({ name, bytes }: SourceFile): Table | { reason: string } {
  const content: unknown = JSON.parse(decode(bytes).replace(/^\ufeff/, ''));
  const lists = Array.isArray(content) ? [content] : Object.values(Object(content)).filter(Array.isArray);
  const [list] = lists;
  if (list === undefined || lists.length > 1) return { reason: `${name} holds no single array of records.` };
  if (!list.every(isRecord)) return { reason: `${name} holds an array of other things than records.` };
  const columns = [...new Set(list.flatMap((record) => Object.keys(record)))];
  return toTable(
    columns,
    list.map((record) => columns.map((column) => record[column])),
    (index) => `${name}, record ${index + 1}`,
  );
}

function isRecord(entry: unknown): entry is Record<string, unknown> {
  return typeof entry === 'object' && entry !== null && !Array.isArray(entry);
}

function toTable(heads: readonly string[], rows: readonly (readonly unknown[])[], whereOf: (index: number) => string): Table {
  const columns = heads.map(readableText);
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index);
  if (twice !== undefined) throw new Error(`two columns are called "${twice}"`);
  const named = columns.map((column, index) => ({ column, index })).filter(({ column }) => column !== '');
  return {
    columns: new Set(named.map(({ column }) => column)),
    rows: rows.flatMap((cells, index) => {
      const filled = named.filter((entry) => !isBlank(cells[entry.index]));
      const fields = Object.fromEntries(filled.map((entry) => [entry.column, cells[entry.index]]));
      return filled.length === 0 ? [] : [{ where: whereOf(index), fields }];
    }),
    otherSheets: [],
  };
}

function isBlank(cell: unknown): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** UTF-8, else Windows-1252, the two encodings Cambodian tables come in. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
