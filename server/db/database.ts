import type { Journal } from './journal.ts';

/** A piece of SQL with its parameters apart; pieces nest, values never become text. */
export type Fragment = {
  readonly strings: readonly string[];
  readonly values: readonly SqlValue[];
};

export type SqlParameter = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[];

export type SqlValue = SqlParameter | Fragment;

/** What can be asked of a database, inside or outside a transaction. */
export type Queryable = {
  /**
   * Runs one statement and returns its rows.
   * Cast in SQL (`::int`, `::float8`, `::text`): both homes then return the same JavaScript types.
   */
  query<Row extends object>(statement: Fragment): Promise<Row[]>;
  /** Runs several statements without parameters, for migrations. */
  script(text: string): Promise<void>;
  /** Loads many rows with COPY; `null` is SQL null. Returns the number of rows loaded. */
  copyIn(table: string, columns: readonly string[], rows: Iterable<CopyRow>): Promise<number>;
};

export type CopyRow = readonly (string | number | boolean | null)[];

export type DatabaseHome = 'embedded' | 'postgres';

/** The one way to data: PGlite inside a worker thread, or a PostgreSQL server. */
export type Database = Queryable & {
  readonly home: DatabaseHome;
  /** What is accepted stands here first, where the database itself may lose it with the power. */
  readonly journal?: Journal;
  /** Runs `work` in one transaction: all of it is kept, or, when it throws, nothing. */
  transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result>;
  /** Puts all that is committed on the disk; a PostgreSQL server does so by itself. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

/** A database that cannot be opened; the message is one plain sentence for whoever started the program. */
export class DatabaseUnavailable extends Error {}

/** Codes of Node and of PostgreSQL for a disk that takes nothing more. */
const FULL: readonly unknown[] = ['ENOSPC', 'EDQUOT', '53100'];
const READ_ONLY: readonly unknown[] = ['EROFS', 'EACCES', 'EPERM', '25006'];

/** Where work failed because the disk takes no more: which of its troubles that is, as a plain sentence; else undefined. */
export function diskTrouble(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (FULL.includes(code)) return 'The disk that holds the data is full; make room on it and try again.';
  if (READ_ONLY.includes(code)) return 'The place that holds the data cannot be written; let this user write there and try again.';
  return undefined;
}

/** Tag for SQL text: ``sql`select ${pcode}::text as pcode` ``. */
export function sql(strings: TemplateStringsArray, ...values: SqlValue[]): Fragment {
  return { strings, values };
}

/** Flattens a fragment to text with `$1 … $n` and its parameters. */
export function compile(fragment: Fragment): { text: string; parameters: SqlParameter[] } {
  const parameters: SqlParameter[] = [];
  const write = (part: Fragment): string =>
    part.strings
      .map((text, index) => {
        if (index >= part.values.length) return text;
        const value = part.values[index];
        if (isFragment(value)) return text + write(value);
        parameters.push(value as SqlParameter);
        return `${text}$${parameters.length}`;
      })
      .join('');
  return { text: write(fragment), parameters };
}

/** Writes rows in PostgreSQL's COPY text form. */
export function copyText(rows: Iterable<CopyRow>): { text: string; count: number } {
  const lines: string[] = [];
  for (const row of rows) lines.push(row.map(copyField).join('\t'));
  return { text: lines.length === 0 ? '' : `${lines.join('\n')}\n`, count: lines.length };
}

/** Quotes an identifier of our own code for COPY, and refuses anything else. */
export function identifier(name: string): string {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) throw new Error(`not an identifier: ${name}`);
  return `"${name}"`;
}

function copyField(value: string | number | boolean | null): string {
  if (value === null) return '\\N';
  if (typeof value !== 'string') return String(value);
  return value.replace(/[\\\t\n\r]/g, (character) => COPY_ESCAPES[character] ?? character);
}

const COPY_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function isFragment(value: SqlValue | undefined): value is Fragment {
  return typeof value === 'object' && value !== null && 'strings' in value;
}
