import type { Queryable } from '../db/database.ts';
import type { PresenceRecord } from '../domain/records/record.ts';

/** Adds who works where, as stated by one upload. */
export async function insertPresence(
  database: Queryable,
  { upload, edition }: { upload: number; edition: string },
  presence: readonly PresenceRecord[],
): Promise<void> {
  await database.copyIn(
    'presence',
    ['upload', 'edition', 'organisation', 'pcode', 'programme', 'from_on', 'to_on'],
    presence.map((row) => [upload, edition, row.organisation, row.pcode, row.programme, row.fromOn, row.toOn]),
  );
}
