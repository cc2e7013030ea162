import { type Database, sql } from '../db/database.ts';

/**
 * Takes the demonstration out whole: its edition with all that refers to its places, its uploads and its
 * organisations. A mark stays, so that the next start does not build it again. Returns how many places were removed.
 */
export function removeDemonstration(database: Database): Promise<number> {
  return database.transaction(async (tx) => {
    const [places] = await tx.query<{ count: number }>(sql`
      select count(*)::int as count
      from place
      join edition on edition.id = place.edition
      where edition.is_demonstration`);
    await tx.query(sql`delete from upload where is_demonstration`);
    await tx.query(sql`delete from edition where is_demonstration`);
    await tx.query(sql`delete from organisation where is_demonstration`);
    await tx.query(sql`insert into demonstration_removal default values`);
    return places?.count ?? 0;
  });
}
