import { type Queryable, sql } from '../db/database.ts';

/** Has the place a polygon? Undefined when there is no such place. */
export async function queryHasPolygon(
  database: Queryable,
  { edition, pcode }: { edition: string; pcode: string },
): Promise<boolean | undefined> {
  const rows = await database.query<{ isDrawn: boolean }>(sql`
    select geom is not null as "isDrawn" from place where edition = ${edition}::text and pcode = ${pcode}::text`);
  return rows[0]?.isDrawn;
}
