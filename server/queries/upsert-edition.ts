import type { EditionId } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

export type EditionFacts = {
  id: EditionId;
  nameEn: string;
  nameKm: string;
  isDemonstration: boolean;
  kind: 'gazetteer' | 'boundaries' | 'complete';
  source: string;
  licence: string;
  /** `YYYY-MM-DD`. */
  validFrom: string;
  validTo?: string;
};

/** Writes what an edition says of itself; an edition of the same id is described anew, its places stay. */
export async function upsertEdition(database: Queryable, edition: EditionFacts): Promise<void> {
  await database.query(sql`
    insert into edition (id, name_en, name_km, is_demonstration, kind, source, licence, valid_from, valid_to)
    values (
      ${edition.id}::text,
      ${edition.nameEn}::text,
      ${edition.nameKm}::text,
      ${edition.isDemonstration}::boolean,
      ${edition.kind}::text,
      ${edition.source}::text,
      ${edition.licence}::text,
      ${edition.validFrom}::text::date,
      ${edition.validTo ?? null}::text::date
    )
    on conflict (id) do update set
      name_en = excluded.name_en,
      name_km = excluded.name_km,
      is_demonstration = excluded.is_demonstration,
      kind = excluded.kind,
      source = excluded.source,
      licence = excluded.licence,
      valid_from = excluded.valid_from,
      valid_to = excluded.valid_to`);
}
