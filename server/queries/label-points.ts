import type { EditionId } from '../contracts/edition.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

export type LabelPoint = { pcode: Pcode; lng: number; lat: number };

/** Points, without corrections, of the provinces, districts and communes of an edition that have one, in degrees. */
export async function labelPoints(database: Queryable, edition: EditionId): Promise<LabelPoint[]> {
  return database.query<LabelPoint>(sql`
    select
      pcode::text as pcode,
      st_x(point)::float8 as lng,
      st_y(point)::float8 as lat
    from place
    where edition = ${edition}
      and level <= 3
      and point is not null
    order by pcode collate "C"`);
}
