import type { Geometry } from 'geojson';
import { type AdminLevel, PCODE_DIGITS, type Pcode } from '../contracts/pcode.ts';
import { type Queryable, sql } from '../db/database.ts';

/** Decimals of a degree: about a metre. */
const DECIMALS = 5;

type ShapesAsked = {
  edition: string;
  level: AdminLevel;
  /** These places only; all of the level if left out. */
  pcodes?: readonly Pcode[] | undefined;
};

/** Polygons of an edition's places of one level by code, in degrees; the point of a place without one; nothing without either. */
export async function queryPlaceShapes(database: Queryable, asked: ShapesAsked): Promise<Map<Pcode, Geometry>> {
  const texts = await queryShapeTexts(database, asked);
  return new Map([...texts].map(([pcode, shape]) => [pcode, JSON.parse(shape) as Geometry]));
}

/** The same as GeoJSON texts, for whoever only writes them down. */
export async function queryShapeTexts(database: Queryable, { edition, level, pcodes }: ShapesAsked): Promise<Map<Pcode, string>> {
  const rows = await database.query<{ pcode: Pcode; shape: string }>(sql`
    select pcode, st_asgeojson(coalesce(geom, point), ${DECIMALS}::int)::text as shape
    from current_place as place
    where edition = ${edition}::text
      and level = ${PCODE_DIGITS[level] / 2}::int
      and coalesce(geom, point) is not null
      and ${pcodes === undefined ? sql`true` : sql`pcode = any(${pcodes}::text[])`}`);
  return new Map(rows.map(({ pcode, shape }) => [pcode, shape]));
}
