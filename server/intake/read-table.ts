import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import type { Fields } from '../boundaries/layout.ts';

/** A file as it came: from the command line, or handed over to a running server. */
export type SourceFile = { name: string; bytes: Uint8Array };
export type TableRow = { where: string; fields: Fields };
/** Rows of a table by column; blank rows are left out, blank cells are absent. */
export type Table = { columns: ReadonlySet<string>; rows: TableRow[] };

/** Larger files are refused: the greatest table known, the whole gazetteer, has 1 MB. */
const LARGEST_BYTES = 50_000_000;

/** Reads an .xlsx or .csv table whose first row names the columns. Answers the reason, one sentence, when it is none. */
export async function readTable(file: SourceFile): Promise<Table | { reason: string }> {
  if (file.bytes.byteLength > LARGEST_BYTES) return { reason: `${file.name} is larger than 50 MB.` };
  const isWorkbook = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b;
  try {
    return isWorkbook ? await readWorkbook(file) : readCsv(file);
  } catch (error) {
    const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { reason: `${file.name} cannot be read as ${isWorkbook ? 'an .xlsx workbook' : 'a .csv table'} (${detail}).` };
  }
}

async function readWorkbook({ name, bytes }: SourceFile): Promise<Table | { reason: string }> {
  const [sheet] = await readExcelFile(Buffer.from(bytes));
  const [header, ...rows] = sheet?.data ?? [];
  if (header === undefined) return { reason: `${name} is empty.` };
  const columns = header.map((cell) => (cell === null ? '' : String(cell).trim()));
  return toTable(columns, rows, (index) => `${name}, row ${index + 2}`);
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

function toTable(columns: readonly string[], rows: readonly (readonly unknown[])[], whereOf: (index: number) => string): Table {
  const named = columns.map((column, index) => ({ column, index })).filter(({ column }) => column !== '');
  return {
    columns: new Set(named.map(({ column }) => column)),
    rows: rows.flatMap((cells, index) => {
      const filled = named.filter((entry) => !isBlank(cells[entry.index]));
      const fields = Object.fromEntries(filled.map((entry) => [entry.column, cells[entry.index]]));
      return filled.length === 0 ? [] : [{ where: whereOf(index), fields }];
    }),
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
