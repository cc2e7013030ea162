import type { Point } from 'geojson';
import type { Pcode } from '../../contracts/pcode.ts';
import type { Database } from '../../db/database.ts';
import { queryCommunePoints } from '../../queries/commune-points.ts';
import type { Box } from '../../queries/networks-on.ts';

type Degrees = { lng: number; lat: number };

/** Representative points of an edition's communes by code; those without one are left out. */
export async function pointsOfCommunes(database: Database, edition: string): Promise<Map<Pcode, Degrees>> {
  const communes = await queryCommunePoints(database, edition);
  return new Map(communes.flatMap(({ pcode, lng, lat }) => (lng === null || lat === null ? [] : [[pcode, { lng, lat }] as const])));
}

/** A point as GeoJSON, to about a metre; undefined where there is none. */
export function toPoint(point: Degrees | undefined): Point | undefined {
  const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  return point && { type: 'Point', coordinates: [rounded(point.lng), rounded(point.lat)] };
}

/** Does a point lie in one of the boxes, the edge included? Without boxes everything does, also what has no point. */
export function liesIn(boxes: readonly Box[] | undefined, point: Degrees | undefined): boolean {
  if (boxes === undefined) return true;
  if (point === undefined) return false;
  return boxes.some(([west, south, east, north]) => west <= point.lng && point.lng <= east && south <= point.lat && point.lat <= north);
}
