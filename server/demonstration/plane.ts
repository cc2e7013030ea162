import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Degrees of latitude are longer than degrees of longitude: at 12.5 degrees north by this much. */
const NARROWING = Math.cos((12.5 * Math.PI) / 180);
/** Kilometres in one unit of the plane. */
export const UNIT_KM = 111.2;

/** A point of the drawing plane: equal units both ways, one unit a degree of latitude. */
export type Point = [number, number];
export type Ring = Point[];
/** Outer ring first, then its holes; the last point of a ring repeats the first. */
export type Shape = Ring[];

export function toPlane(lng: number, lat: number): Point {
  return [lng * NARROWING, lat];
}

/** Degrees with six decimals, about 0.1 m. */
function toDegrees([x, y]: Point): Position {
  return [round(x / NARROWING), round(y)];
}

function round(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

export function toShapes(geometry: Polygon | MultiPolygon): Shape[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) => rings.map((ring) => ring.map(([lng = 0, lat = 0]) => toPlane(lng, lat))));
}

export function toMultiPolygon(shapes: readonly Shape[]): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: shapes.map((rings) => rings.map((ring) => ring.map(toDegrees))) };
}

export function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay);
}

/** Area of a shape in square units, holes taken off. */
export function areaOf(shape: Shape): number {
  const [outer = 0, ...holes] = shape.map((ring) => Math.abs(signedArea(ring)));
  return outer - holes.reduce((sum, hole) => sum + hole, 0);
}

function signedArea(ring: Ring): number {
  let twice = 0;
  for (let index = 1; index < ring.length; index += 1) {
    const [[ax, ay], [bx, by]] = [at(ring, index - 1), at(ring, index)];
    twice += ax * by - bx * ay;
  }
  return twice / 2;
}

/** Is the point inside any of the shapes (even-odd rule)? */
export function isInside([x, y]: Point, shapes: readonly Shape[]): boolean {
  let inside = false;
  for (const ring of shapes.flat()) {
    for (let index = 1; index < ring.length; index += 1) {
      const [[ax, ay], [bx, by]] = [at(ring, index - 1), at(ring, index)];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
  }
  return inside;
}

/** The point of a segment that is nearest to another point. */
export function nearestOn([a, b]: readonly [Point, Point], [x, y]: Point): Point {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
  return [a[0] + share * dx, a[1] + share * dy];
}

export type Box = { west: number; south: number; east: number; north: number };

export function boxOf(points: Iterable<Point>): Box {
  const box = { west: Number.POSITIVE_INFINITY, south: Number.POSITIVE_INFINITY, east: -Infinity, north: -Infinity };
  for (const [x, y] of points) {
    box.west = Math.min(box.west, x);
    box.south = Math.min(box.south, y);
    box.east = Math.max(box.east, x);
    box.north = Math.max(box.north, y);
  }
  return box;
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}

/** An element that is known to be there; throws when it is not. */
export function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`no element ${index} in a list of ${list.length}`);
  return item;
}
