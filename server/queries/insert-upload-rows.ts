import type { Queryable } from '../db/database.ts';

/** What an upload says, `PCODE PERIOD` of a statement or the key of a record, and the lines or rows it was written in. */
export type UploadRow = { about: string; writtenIn: readonly string[] };

/** Keeps where in its file each thing was written that an upload says. */
export async function insertUploadRows(database: Queryable, upload: number, rows: readonly UploadRow[]): Promise<void> {
  await database.copyIn(
    'upload_row',
    ['upload', 'about', 'written_in'],
    rows.map(({ about, writtenIn }) => [upload, about, writtenIn.join('; ')]),
  );
}
