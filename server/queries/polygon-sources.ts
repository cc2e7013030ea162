import type { EditionId } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Editions whose polygons the places of this one have; dissolved ones follow from these and do not count. */
export async function polygonSources(database: Queryable, edition: EditionId): Promise<EditionId[]> {
  const rows = await database.query<{ source: EditionId }>(sql`
    select distinct split_part(geometry_source, '/', 1)::text as source
    from place
    where edition = ${edition}
      and geometry_source <> 'dissolved'
    order by 1`);
  return rows.map((row) => row.source);
}
