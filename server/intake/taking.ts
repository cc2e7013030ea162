import type { FileNote } from '../contracts/file-notes.ts';
import type { Reject } from '../contracts/import.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { Queryable } from '../db/database.ts';
import type { Compared } from '../domain/statements/changes.ts';
import type { UploadRow } from '../queries/insert-upload-rows.ts';
import type { FoundPlace } from './dataset-places.ts';

/** What can be taken of the rows read, before anything is stored. */
export type Taking = {
  /** The edition the rows come into; empty where they come into none. */
  edition: string;
  /** Rows taken. */
  taken: number;
  /** Rows that could be read and not be taken. */
  rejected: readonly Reject[];
  /** Codes of the rows taken, and the places they stand for. */
  found: readonly { code: Pcode; place: FoundPlace }[];
  places: number;
  periods: readonly string[];
  notes: readonly FileNote[];
  compared: Compared;
  /** How many statements or records are stored. */
  count: number;
  /** Where in the files each of these was written. */
  written: readonly UploadRow[];
  insert(tx: Queryable, upload: number): Promise<void>;
};
