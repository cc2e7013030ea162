import type { Queryable } from '../db/database.ts';
import type { CrossingStatusRecord } from '../domain/records/record.ts';

/** Adds statuses of crossings, as stated by one upload. Throws when a crossing is unknown. */
export async function insertCrossingStatuses(
  database: Queryable,
  { upload }: { upload: number },
  statuses: readonly CrossingStatusRecord[],
): Promise<void> {
  await database.copyIn(
    'crossing_status',
    ['upload', 'crossing', 'from_on', 'to_on', 'status', 'source'],
    statuses.map(({ crossing, fromOn, toOn, status, source }) => [upload, crossing, fromOn, toOn, status, source]),
  );
}
