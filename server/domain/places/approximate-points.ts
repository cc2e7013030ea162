import { ADMIN_LEVELS, levelOf, type Pcode, parentOf } from '../../contracts/pcode.ts';

export type Point = readonly [lng: number, lat: number];

/** Degrees between neighbours of a spread, about 1.3 km: apart on a district's map, together on the country's. */
const SPREAD = 0.012;
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * Points for the places without one of their own: their parent's, spread on a spiral so that siblings do not lie
 * upon each other. Villages get none. A place whose parents have no point either gets none.
 */
export function approximatePoints(pcodes: Iterable<Pcode>, known: ReadonlyMap<Pcode, Point>): Map<Pcode, Point> {
  const missing = [...pcodes].filter((pcode) => !known.has(pcode)).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const found = new Map<Pcode, Point>();
  const siblings = new Map<Pcode, number>();
  for (const pcode of missing) {
    const parent = parentOf(pcode);
    if (parent === undefined || !ADMIN_LEVELS.some((level) => level === levelOf(pcode))) continue;
    const centre = known.get(parent) ?? found.get(parent);
    if (centre === undefined) continue;
    const nth = (siblings.get(parent) ?? 0) + 1;
    siblings.set(parent, nth);
    const radius = SPREAD * Math.sqrt(nth);
    // Each level is turned by a radian: else the second child of a first and the first of a second parent would meet.
    const angle = nth * GOLDEN_ANGLE + pcode.length / 2;
    found.set(pcode, [centre[0] + radius * Math.cos(angle), centre[1] + radius * Math.sin(angle)]);
  }
  return found;
}
