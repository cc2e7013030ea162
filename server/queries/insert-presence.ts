import type { Queryable } from '../db/database.ts';

/** An organisation at work in a place with a programme; `toOn` null while it goes on. */
export type NewPresence = { organisation: string; pcode: string; programme: string; fromOn: string; toOn: string | null };

/** Adds who works where, as stated by one upload. */
export async function insertPresence(
  database: Queryable,
  { upload, edition }: { upload: number; edition: string },
  presence: readonly NewPresence[],
): Promise<void> {
  await database.copyIn(
    'presence',
    ['upload', 'edition', 'organisation', 'pcode', 'programme', 'from_on', 'to_on'],
    presence.map((row) => [upload, edition, row.organisation, row.pcode, row.programme, row.fromOn, row.toOn]),
  );
}
