import type { EditionId } from '../contracts/edition.ts';
import { type Queryable, sql } from '../db/database.ts';

/** The editions of which an upload corrects places. */
export async function queryEditionsCorrected(database: Queryable, upload: number): Promise<EditionId[]> {
  const rows = await database.query<{ edition: EditionId }>(sql`
    select distinct edition from place_correction where upload = ${upload}::int order by edition`);
  return rows.map(({ edition }) => edition);
}
