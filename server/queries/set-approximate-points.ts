import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Gives places without polygon or stated point an approximate one. */
export async function setApproximatePoints(
  database: Queryable,
  edition: EditionId,
  points: ReadonlyMap<Pcode, readonly [lng: number, lat: number]>,
): Promise<void> {
  if (points.size === 0) return;
  const coordinates = [...points.values()];
  await database.query(sql`
    update place
    set point = st_setsrid(st_makepoint(lng, lat), 4326), is_point_approximate = true
    from unnest(
      ${[...points.keys()]}::text[],
      ${coordinates.map(([lng]) => lng)}::float8[],
      ${coordinates.map(([, lat]) => lat)}::float8[]
    ) as approximate (approximate_pcode, lng, lat)
    where edition = ${edition}
      and pcode = approximate_pcode
      and point is null`);
}
