import { type AdminLevel, PCODE_DIGITS, type Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';
import type { Box } from './networks-on.ts';

/** A shape as well-known binary (little endian, OGC 06-103r4), in degrees as stored, and the box around it. */
export type PlaceBinary = { wkb: Uint8Array; box: Box };

type BinariesAsked = {
  edition: string;
  level: AdminLevel;
  /** Polygons, and the point of a place without one; or the points of all. */
  as: 'shapes' | 'points';
};
type Row = { pcode: Pcode; wkb: Uint8Array; west: number; south: number; east: number; north: number };

/** Shapes of an edition's places of one level by code; nothing of a place that has none. */
export async function queryPlaceBinaries(database: Queryable, { edition, level, as }: BinariesAsked): Promise<Map<Pcode, PlaceBinary>> {
  const shape = as === 'points' ? sql`point` : sql`coalesce(geom, point)`;
  const rows = await database.query<Row>(sql`
    select
      pcode, st_asbinary(shape, 'NDR')::bytea as wkb,
      st_xmin(shape)::float8 as west, st_ymin(shape)::float8 as south, st_xmax(shape)::float8 as east, st_ymax(shape)::float8 as north
    from (
      select pcode, ${shape} as shape
      from current_place as place
      where edition = ${edition}::text
        and level = ${PCODE_DIGITS[level] / 2}::int
    ) as shaped
    where shape is not null`);
  return new Map(rows.map(({ pcode, wkb, west, south, east, north }) => [pcode, { wkb, box: [west, south, east, north] }]));
}
