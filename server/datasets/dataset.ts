import type { z } from 'zod';
import type { DatasetReport } from '../contracts/import.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { Statement } from '../domain/statements/statement.ts';

/** The spreadsheet shapes that come in from files. */
export type DatasetId = Extract<DatasetReport['kind'], 'vsnp-assessments' | 'population' | 'covariate'>;

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
  /** Names of the codes its cells may hold, by code. */
  codes?: readonly (Text & { code: string })[];
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

/** A row becomes a statement about a commune, read from the line of that commune or of one of its villages, or says why not. */
type RowReading = { place: Pcode; statement: Statement } | { issue: string; code: string | null };

/** Parts of one commune: its villages, or older communes that have become one. */
export type Parts = 'villages' | 'communes';

/** One spreadsheet shape. */
export type Dataset = {
  id: DatasetId;
  /** Shown as source where whoever imports states none. */
  source(stated: Stated): string;
  /** Why the table cannot be read as stated, in one sentence. */
  refusal(stated: Stated): string | undefined;
  /** Columns it knows in a table with these heads. */
  columns(stated: Stated, heads: readonly string[]): readonly Column[];
  /** A report may repeat the name of a row's place: of statistics, never of what a field office typed. */
  showsNames: boolean;
  /** What a row holds. */
  row: z.ZodType;
  toObservations(cells: Cells, stated: Stated): RowReading;
  /** What several statements about parts of a commune say of the whole. */
  sum(parts: readonly Statement[], of: Parts): Statement;
  /** Last touch to a statement whose rows are all in. */
  complete(statement: Statement): Statement;
};
