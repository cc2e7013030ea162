import { setImmediate } from 'node:timers/promises';
import type { ColumnQuestion, PlaceQuestion } from '../contracts/choices.ts';
import { type FileNote, fileNote } from '../contracts/file-notes.ts';
import { type DatasetReport, DEMONSTRATION_MARK, type Reject, type Repair } from '../contracts/import.ts';
import { importStep, type TellStep } from '../contracts/import-steps.ts';
import { levelOf, type Pcode } from '../contracts/pcode.ts';
import { issueSentence, type RowIssue, rowIssue } from '../contracts/row-issues.ts';
import { cellText } from '../datasets/cell-readers.ts';
import type { Cells, Column, Shape, Stated } from '../datasets/dataset.ts';
import { countMatches, matchColumns, toAsked } from '../datasets/match-columns.ts';
import { NAME_COLUMNS } from '../datasets/place-columns.ts';
import { repairsOf } from '../datasets/repairs.ts';
import { TEMPLATE_SHEETS } from '../datasets/template.ts';
import { type Choosing, setKey } from './choosing.ts';
import { ImportRefused, orRefuse } from './outcome.ts';
import { findByNames, type NameFinder } from './places-by-name.ts';
import { eitherWay, findByPoints, type PointFinder } from './places-by-point.ts';
import { readTable, type SourceFile, type Table, type TableRow } from './read-table.ts';

/** What one row states. `name` is the place's as the table has it, for reports. `commune` is its code as the table has it, of a wider place where the row speaks of one; `village` the row's own code where it is of a village. */
export type ReadRow<Said> = { where: string; name: string | null; commune: Pcode | null; village: Pcode | null; said: Said };
export type RowsReading<Said> = {
  read: number;
  rows: ReadRow<Said>[];
  rejected: Reject[];
  repairs: DatasetReport['repairs'];
  notes: FileNote[];
  questions: PlaceQuestion[];
  /** Heads of the first file. */
  columns: ColumnQuestion | undefined;
};

/** Reads the rows of one or more files of a spreadsheet shape. Refuses a file that is no table of this shape. */
export async function readRows<Said>(
  files: readonly SourceFile[],
  { dataset, stated }: { dataset: Shape<Said>; stated: Stated },
  { tell, ...ways }: Ways,
): Promise<RowsReading<Said>> {
  const reading: RowsReading<Said> = { read: 0, rows: [], rejected: [], repairs: [], notes: [], questions: [], columns: undefined };
  for (const [index, file] of files.entries()) {
    tell(importStep('reading', { done: index + 1, of: files.length, about: file.name }));
    const score = (heads: readonly string[]) =>
      countMatches(dataset.columns(stated, heads), heads) + NAMED_SCORE * ways.choosing.headsNamed(heads).size;
    const table = orRefuse(await readTable(file, score));
    // Names of files may hold names of people, and the report is kept.
    const number = files.length > 1 ? index + 1 : null;
    const called = number === null ? '' : `file ${number}, `;
    await readTableRows(table, { dataset, stated, fileName: file.name, called, number, tell, ...ways }, reading);
  }
  return reading;
}

/** How what a file leaves open is found out. */
export type Ways = { tell: TellStep; find: NameFinder; findAt: PointFinder; choosing: Choosing };

/** A line that holds heads whoever imports has named is the line of heads. */
const NAMED_SCORE = 100;

type Task<Said> = { dataset: Shape<Said>; stated: Stated; fileName: string; called: string; number: number | null } & Ways;

/** After so many rows it is told how far it is, and whoever else waits for the server gets a turn. */
const ROWS_A_TURN = 5000;

/** Columns that say which commune a row without a code means. */
const NAMING_KEYS: ReadonlySet<string> = new Set(['pcode', ...NAME_COLUMNS.map(({ key }) => key)]);

/** Column of our own exports that says what kind of data they hold. */
const KIND_HEAD = 'data';
/** Sheets of our own exports that explain. */
const EXPORT_SHEETS: readonly string[] = ['About', 'Fields'];

async function readTableRows<Said>(
  table: Table,
  { dataset, stated, fileName, called, number, find, findAt, choosing, tell }: Task<Said>,
  reading: RowsReading<Said>,
): Promise<void> {
  const heads = [...table.columns];
  const columns = withOthersForCodes(dataset.columns(stated, heads), heads, dataset.isPlacedByPoint === true);
  const namedHeads = choosing.headsNamed(heads);
  const match = matchColumns(columns, heads, namedHeads);
  if ('because' in match) throw new ImportRefused(match.because, `${fileName} is no table of ${dataset.id}`);
  choosing.useHeads(namedHeads);
  reading.columns ??= toAsked(columns, heads, match.headOf);
  reading.notes.push(...table.notes.map((note) => ({ ...note, file: number })));
  if (table.rows.some(({ fields }) => cellText(fields[KIND_HEAD])?.startsWith(DEMONSTRATION_MARK) === true)) {
    throw new ImportRefused({ issue: 'demonstration', values: {} }, fileName);
  }
  const sheets = table.otherSheets.filter((sheet) => !TEMPLATE_SHEETS.includes(sheet) && !EXPORT_SHEETS.includes(sheet));
  if (sheets.length > 0) reading.notes.push(fileNote('other-sheets', { count: sheets.length }, number));
  const unread = match.unread.filter((head) => head !== KIND_HEAD);
  if (unread.length > 0) reading.notes.push(fileNote('unread-columns', { columns: unread.join(', ') }, number));
  const blank: Cells = Object.fromEntries(columns.flatMap(({ key, isExtra }) => (isExtra === true ? [] : [[key, null]])));
  const present = columns.flatMap(({ key }) => {
    const head = match.headOf.get(key);
    return head === undefined ? [] : [{ key, head }];
  });
  // Made one after the other: all rows with all columns, of which most are blank, would fill the memory.
  const cellsOf = ({ fields }: TableRow): Cells => {
    const cells: Record<string, unknown> = { ...blank };
    for (const { key, head } of present) cells[key] = fields[head] ?? null;
    return cells;
  };
  const repairs = present.map(({ key }) => ({ key, find: rememberingRepairs(key) }));
  tell(importStep('read', { of: table.rows.length }));
  // Where whoever imports names the column of codes, a row without one is no commune: a total, or a note.
  const isByName = columns.some(({ key, isStated }) => key === 'pcode' && isStated !== true);
  const naming = isByName ? present.filter(({ key }) => NAMING_KEYS.has(key)) : [];
  const namesOf = ({ fields }: TableRow): Cells => Object.fromEntries(naming.map(({ key, head }) => [key, fields[head] ?? null]));
  const isNamed = naming.some(({ key }) => key === 'place-name');
  const named = isNamed ? await findByNames(table.rows.map(namesOf), find, (among) => choosing.meantAmong(among)) : [];
  const at = dataset.isPlacedByPoint === true ? await findByPoints(table.rows.map(cellsOf), findAt) : [];
  for (const { where: line, cells, heads } of table.odd) {
    reading.read += 1;
    reading.rejected.push({ where: `${called}${line}`, code: null, name: null, ...toReason([rowIssue('odd-line', { cells, heads })]) });
  }
  for (const [index, tableRow] of table.rows.entries()) {
    if (index > 0 && index % ROWS_A_TURN === 0) {
      tell(importStep('checked', { done: index, of: table.rows.length }));
      await setImmediate();
    }
    const where = `${called}${tableRow.where}`;
    const writtenCells = cellsOf(tableRow);
    const byName = eitherWay(named[index], at[index]);
    if (byName?.among !== undefined) countQuestion(reading.questions, byName.among, 'pcode' in byName ? byName.pcode : null);
    const cells = byName !== undefined && 'pcode' in byName ? { ...writtenCells, pcode: byName.pcode } : writtenCells;
    const row = byName !== undefined && 'issue' in byName ? { issues: [byName.issue], code: null } : dataset.read(cells, stated);
    if (byName !== undefined && 'repair' in byName)
      countRepair(reading.repairs, {
        repair: byName.repair,
        column: byName.repair === 'found-by-point' ? 'lng' : 'place-name',
        first: where,
      });
    const name = dataset.showsNames ? cellText(cells['place-name']) : null;
    reading.read += 1;
    for (const { key: column, find: repairsIn } of repairs) {
      for (const repair of repairsIn(writtenCells[column])) countRepair(reading.repairs, { repair, column, first: where });
    }
    if ('issues' in row) reading.rejected.push({ where, code: row.code, name, ...toReason(row.issues) });
    else {
      const { place, said } = row;
      const village = place !== null && levelOf(place) === 'village' ? place : null;
      reading.rows.push({ where, name, commune: place?.slice(0, 6) ?? null, village, said });
    }
  }
}

/** Repairs of the cells of one column. What stands there stands in many rows: each text is looked at once. */
function rememberingRepairs(key: string): (cell: unknown) => readonly Repair[] {
  const known = new Map<unknown, readonly Repair[]>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const found = repairsOf(key, cell);
    if (known.size < MOST_REMEMBERED && !(cell instanceof Date)) known.set(cell, found);
    return found;
  };
}

/** So many different cells of a column are remembered. */
const MOST_REMEMBERED = 20_000;

/** Why a row is not taken, in English and in parts. */
export function toReason(issues: readonly RowIssue[]): Pick<Reject, 'reason' | 'issues'> {
  return { reason: issueSentence(issues), issues: [...issues] };
}

/** A table that names its communes, or says where they are, may leave out their codes. */
function withOthersForCodes(columns: readonly Column[], heads: readonly string[], isPlacedByPoint: boolean): readonly Column[] {
  const has = (key: string) => columns.some((column) => column.key === key && countMatches([column], heads) > 0);
  const isNamed = has('place-name') || (isPlacedByPoint && has('lng') && has('lat'));
  return columns.map((column) =>
    isNamed && column.key === 'pcode' && column.isStated !== true ? { ...column, isRequired: false } : column,
  );
}

function countQuestion(questions: PlaceQuestion[], among: readonly Pcode[], meant: Pcode | null): void {
  const known = questions.find((question) => setKey(question.among) === setKey(among));
  if (known === undefined) questions.push({ among: [...among], rows: 1, meant });
  else known.rows += 1;
}

function countRepair(repairs: DatasetReport['repairs'], { repair, column, first }: Omit<DatasetReport['repairs'][number], 'cells'>): void {
  const known = repairs.find((candidate) => candidate.repair === repair && candidate.column === column);
  if (known === undefined) repairs.push({ repair, column, cells: 1, first });
  else known.cells += 1;
}
