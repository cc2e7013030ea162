import { type DatasetReport, DEMONSTRATION_MARK, type Reject } from '../contracts/import.ts';
import { levelOf, type Pcode } from '../contracts/pcode.ts';
import { cellText } from '../datasets/cells.ts';
import type { Dataset, Stated } from '../datasets/dataset.ts';
import { countMatches, matchColumns } from '../datasets/match-columns.ts';
import { repairsOf } from '../datasets/repairs.ts';
import { TEMPLATE_SHEETS } from '../datasets/template.ts';
import type { Statement } from '../domain/statements/statement.ts';
import { ImportRefused, orRefuse } from './outcome.ts';
import { readTable, type SourceFile, type Table } from './read-table.ts';

/** What one row states. `name` is the place's as the table has it, for reports. `commune` is its code as the table has it; `village` the row's own code where it is of a village. */
export type ReadRow = { where: string; name: string | null; commune: Pcode; village: Pcode | null; statement: Statement };
export type RowsReading = { read: number; rows: ReadRow[]; rejected: Reject[]; repairs: DatasetReport['repairs']; notes: string[] };

/** Reads the rows of one or more files of a spreadsheet shape. Refuses a file that is no table of this shape. */
export async function readRows(
  files: readonly SourceFile[],
  { dataset, stated }: { dataset: Dataset; stated: Stated },
  say: (step: string) => void,
): Promise<RowsReading> {
  const reading: RowsReading = { read: 0, rows: [], rejected: [], repairs: [], notes: [] };
  for (const [index, file] of files.entries()) {
    say(`Reading ${file.name}${files.length > 1 ? ` (${index + 1} of ${files.length})` : ''}`);
    const table = orRefuse(await readTable(file, (heads) => countMatches(dataset.columns(stated, heads), heads)));
    // Names of files may hold names of people, and the report is kept.
    const called = files.length > 1 ? `file ${index + 1}, ` : '';
    readTableRows(table, { dataset, stated, fileName: file.name, called }, reading);
  }
  return reading;
}

type Shape = { dataset: Dataset; stated: Stated; fileName: string; called: string };

/** Column of our own exports that says what kind of data they hold. */
const KIND_HEAD = 'data';
/** Sheets of our own exports that explain. */
const EXPORT_SHEETS: readonly string[] = ['About', 'Fields'];

function readTableRows(table: Table, { dataset, stated, fileName, called }: Shape, reading: RowsReading): void {
  const heads = [...table.columns];
  const columns = dataset.columns(stated, heads);
  const match = matchColumns(columns, heads);
  if ('reason' in match) throw new ImportRefused(`${fileName} is no table of ${dataset.id}. ${match.reason}`);
  const note = (sentence: string) => reading.notes.push(`${called}${sentence}.`);
  table.notes.forEach(note);
  if (table.rows.some(({ fields }) => cellText(fields[KIND_HEAD])?.startsWith(DEMONSTRATION_MARK) === true)) {
    throw new ImportRefused(`${fileName} holds demonstration data: invented numbers never stand on real places.`);
  }
  const sheets = table.otherSheets.filter((sheet) => !TEMPLATE_SHEETS.includes(sheet) && !EXPORT_SHEETS.includes(sheet));
  if (sheets.length > 0) note(`only the first sheet is read, ${sheets.length} more are not`);
  const unread = match.unread.filter((head) => head !== KIND_HEAD);
  if (unread.length > 0) note(`columns not read: ${unread.join(', ')}`);
  for (const { where: line, fields } of table.rows) {
    const where = `${called}${line}`;
    const cells = Object.fromEntries(columns.map(({ key }) => [key, fields[match.headOf.get(key) ?? ''] ?? null]));
    const row = dataset.toObservations(cells, stated);
    const name = dataset.showsNames ? cellText(cells['place-name']) : null;
    reading.read += 1;
    for (const [column, cell] of Object.entries(cells)) {
      for (const repair of repairsOf(column, cell)) countRepair(reading.repairs, { repair, column, first: where });
    }
    if ('issue' in row) reading.rejected.push({ where, code: row.code, name, reason: row.issue });
    else {
      const village = levelOf(row.place) === 'village' ? row.place : null;
      reading.rows.push({ where, name, commune: row.statement.pcode, village, statement: row.statement });
    }
  }
}

function countRepair(repairs: RowsReading['repairs'], { repair, column, first }: Omit<RowsReading['repairs'][number], 'cells'>): void {
  const known = repairs.find((candidate) => candidate.repair === repair && candidate.column === column);
  if (known === undefined) repairs.push({ repair, column, cells: 1, first });
  else known.cells += 1;
}
