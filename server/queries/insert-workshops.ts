import { type Queryable, sql } from '../db/database.ts';
import type { WorkshopRecord } from '../domain/records/record.ts';

/** Adds workshops with their participants, as stated by one upload, which states each code once. */
export async function insertWorkshops(
  database: Queryable,
  { upload, edition }: { upload: number; edition: string },
  workshops: readonly WorkshopRecord[],
): Promise<void> {
  await database.copyIn(
    'workshop',
    ['upload', 'edition', 'pcode', 'code', 'type', 'theme_en', 'theme_km', 'starts_on', 'ends_on', 'audience', 'organiser', 'trained_by'],
    workshops.map((row) => [
      upload,
      edition,
      row.pcode,
      row.code,
      row.type,
      row.themeEn,
      row.themeKm,
      row.startsOn,
      row.endsOn,
      row.audience,
      row.organiser,
      row.trainedBy,
    ]),
  );
  const ids = await database.query<{ id: number; code: string }>(
    sql`select id::int as id, code from workshop where upload = ${upload}::int and edition = ${edition}::text`,
  );
  const idOf = new Map(ids.map(({ id, code }) => [code, id]));
  await database.copyIn(
    'workshop_participants',
    ['workshop', 'participant_group', 'participants'],
    workshops.flatMap((row) => Object.entries(row.participants).map(([group, number]) => [idOf.get(row.code) ?? null, group, number])),
  );
}
