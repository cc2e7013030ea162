import { type Queryable, sql } from '../db/database.ts';

export type NewOrganisation = { id: string; nameEn: string; nameKm: string; isDemonstration: boolean };

/** Adds organisations; one that is there already keeps its names. */
export async function insertOrganisations(database: Queryable, organisations: readonly NewOrganisation[]): Promise<void> {
  for (const { id, nameEn, nameKm, isDemonstration } of organisations) {
    await database.query(sql`
      insert into organisation (id, name_en, name_km, is_demonstration)
      values (${id}::text, ${nameEn}::text, ${nameKm}::text, ${isDemonstration}::boolean)
      on conflict (id) do nothing`);
  }
}
