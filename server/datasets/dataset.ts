import type { FileIssue } from '../contracts/file-issues.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { RowIssue } from '../contracts/row-issues.ts';
import type { Records, RegisterId } from '../domain/records/record.ts';
import type { Statement } from '../domain/statements/statement.ts';

export type Text = { en: string; km: string };

export type Column = {
  /** Head of the column in the template. */
  key: string;
  label: Text;
  explanation: Text;
  /** Other heads under which it is found; capitals, blanks and signs do not matter. */
  synonyms: readonly string[];
  /** Whoever imports named the head, the one synonym; no other head is meant. */
  isStated?: boolean;
  /** A table without this column is none of this shape. */
  isRequired: boolean;
  /** Read where a table has it; the template explains it and does not have it. */
  isExtra?: boolean;
  /** Names of the codes its cells may hold, by code. */
  codes?: readonly (Text & { code: string })[];
  /** A cell may hold several of the codes, parted by semicolons. */
  holdsSeveral?: boolean;
};

/** What whoever imports says of the table; columns by their head as it stands there. */
export type Stated = {
  place?: string | undefined;
  value?: string | undefined;
  denominator?: string | undefined;
  /** Year of all rows. */
  period?: string | undefined;
  indicator?: string | undefined;
};

/** Cells of one row by column key; null where blank. */
export type Cells = Readonly<Record<string, unknown>>;

/** What a row says, and of which place; null where another record places it. Or why it cannot be read. */
type RowReading<Said> = { place: Pcode | null; said: Said } | { issues: readonly RowIssue[]; code: string | null };

/** Parts of one commune: its villages, or older communes that have become one. */
export type Parts = 'villages' | 'communes';

/** One spreadsheet shape; `Said` is what a row of it says. */
export type Shape<Said> = {
  /** Small letters, digits and hyphens; the command line and the API call it so. */
  id: string;
  name: Text;
  /** One line of help for the command line. */
  summary: string;
  /** What whoever imports must or may state of the table; nothing: it can come in from the page. */
  options?: readonly (keyof Stated)[];
  required?: readonly (keyof Stated)[];
  /** Its columns `lng` and `lat` say where a row without a code is; what they hold is not kept. */
  isPlacedByPoint?: boolean;
  /** Shown as source where whoever imports states none. */
  source(stated: Stated): string;
  /** Why the table cannot be read as stated. */
  refusal?(stated: Stated): FileIssue | undefined;
  /** Columns it knows in a table with these heads. */
  columns(stated: Stated, heads: readonly string[]): readonly Column[];
  /** A report may repeat the name of a row's place: of statistics, never of what a field office typed. */
  showsNames: boolean;
  read(cells: Cells, stated: Stated): RowReading<Said>;
  /** Rows of its template that show how to fill it in. */
  examples?: readonly Example[];
};

export type Example = Readonly<Record<string, string | number | Date>>;

/** Rows are statements about communes, or about villages of them, which are summed. */
export type StatementDataset = Shape<Statement> & {
  keeps: 'statements';
  /** The number of children that cannot be more than live in the commune. */
  childrenCounted?: string;
  /** What several statements about parts of a commune say of the whole. */
  sum(parts: readonly Statement[], of: Parts): Statement;
  /** Last touch to a statement whose rows are all in. */
  complete(statement: Statement): Statement;
};

/** Rows are records of a register, each with a key of its own; the newest upload speaks of a key. */
export type Register<Id extends RegisterId> = Shape<Records[Id]> & {
  id: Id;
  keeps: 'records';
  /** Field of a record that holds the code of its place; undefined where a network places it. */
  placeField: string | undefined;
  /** Code of the network that a record speaks of, which must be known and places it. */
  networkOf?(record: Records[Id]): string;
  /** The cells of a record under the keys of the columns, which read as the same record again. */
  toCells(record: Records[Id]): Readonly<Record<string, string | number | null>>;
  /** The organisation that a record names, by code. */
  organisationOf?(record: Records[Id]): string;
};

export type Dataset = StatementDataset | Register<RegisterId>;
