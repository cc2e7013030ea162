import type { Shape } from './geopackage-file.ts';

/** Longitude and latitude in degrees. */
export type Degrees = readonly [lng: number, lat: number];

/** To about a metre. */
const PLACES = 1e5;
const rounded = (points: readonly Degrees[]) =>
  points.map(([lng, lat]) => [Math.round(lng * PLACES) / PLACES, Math.round(lat * PLACES) / PLACES] as const);

/** A point, or a line through several, as GeoJSON text; null where there is none. */
export function toShapeText(points: readonly Degrees[]): string | null {
  const [first] = rounded(points);
  if (first === undefined) return null;
  if (points.length === 1) return JSON.stringify({ type: 'Point', coordinates: first });
  return JSON.stringify({ type: 'LineString', coordinates: rounded(points) });
}

const BYTES_PER_NUMBER = 8;

/** The same as well-known binary (little endian, OGC 06-103r4) with its box. */
export function toShape(points: readonly Degrees[]): Shape | null {
  const corners = rounded(points);
  if (corners.length === 0) return null;
  const isLine = corners.length > 1;
  const head = isLine ? 9 : 5;
  const view = new DataView(new ArrayBuffer(head + corners.length * 2 * BYTES_PER_NUMBER));
  view.setUint8(0, 1);
  view.setUint32(1, isLine ? 2 : 1, true);
  if (isLine) view.setUint32(5, corners.length, true);
  for (const [index, number] of corners.flat().entries()) view.setFloat64(head + index * BYTES_PER_NUMBER, number, true);
  const [lngs, lats] = [corners.map(([lng]) => lng), corners.map(([, lat]) => lat)];
  return { wkb: new Uint8Array(view.buffer), box: [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)] };
}
