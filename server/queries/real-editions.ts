import type { EditionId } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

export type RealEdition = {
  id: EditionId;
  kind: 'gazetteer' | 'boundaries' | 'complete';
  validFrom: string;
  year: number;
  hasCommunePolygons: boolean;
};

/** Editions that are no demonstration, newest first. */
export async function realEditions(database: Queryable): Promise<RealEdition[]> {
  return database.query<RealEdition>(sql`
    select
      id::text as id,
      kind::text as kind,
      valid_from::text as "validFrom",
      extract(year from valid_from)::int as year,
      exists (
        select
        from place
        where place.edition = edition.id
          and level = 3
          and geom is not null
      )::boolean as "hasCommunePolygons"
    from edition
    where not is_demonstration
    order by valid_from desc, id`);
}
