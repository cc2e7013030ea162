import { type AdminLevel, PCODE_DIGITS, type Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';
import type { Box } from './networks-on.ts';

/** Codes of the places of a level whose polygon, or point where they have none, touches one of the boxes, in place order. */
export async function queryPlacesInBoxes(
  database: Queryable,
  { edition, level, boxes }: { edition: string; level: AdminLevel; boxes: readonly Box[] },
): Promise<Pcode[]> {
  const [wests, souths, easts, norths] = [0, 1, 2, 3].map((side) => boxes.map((box) => box[side] ?? 0));
  const rows = await database.query<{ pcode: Pcode }>(sql`
    select pcode
    from current_place as place
    where edition = ${edition}::text
      and level = ${PCODE_DIGITS[level] / 2}::int
      and exists (
        select
        from unnest(${wests ?? []}::float8[], ${souths ?? []}::float8[], ${easts ?? []}::float8[], ${norths ?? []}::float8[])
          as box(west, south, east, north)
        where st_intersects(coalesce(geom, point), st_makeenvelope(west, south, east, north, 4326))
      )
    order by pcode collate "C"`);
  return rows.map(({ pcode }) => pcode);
}
