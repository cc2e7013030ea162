import { setImmediate } from 'node:timers/promises';
import type { MultiPolygon } from 'geojson';
import clipping from 'polygon-clipping';
import type { Outline } from './outline.ts';
import { windowOf } from './outline.ts';
import { type Box, boxesMeet, boxOf, type Point, type Ring, type Shape, toMultiPolygon } from './plane.ts';
import { adoptScraps, dissolve, drawCommunes, LAKE, roughen, toMosaic } from './shapes.ts';
import { type Ground, scatterSites } from './sites.ts';

export type Geometry = { communes: Map<string, MultiPolygon>; lake: MultiPolygon };

/**
 * Draws the communes of the demonstration: cells around scattered points, their borders wandering, cut to the
 * country's outline and its lake. Neighbours share their borders to the last digit, nothing overlaps and no
 * land is left over. The same ground gives the same shapes, always. Takes a few seconds and pauses for others.
 */
export async function drawGeometry(ground: Ground): Promise<Geometry> {
  const sites = scatterSites(ground);
  await setImmediate();
  const { west, south, east, north } = windowOf(ground.outline);
  const straight = drawCommunes(sites, [west - 1, south - 1, east + 1, north + 1]);
  await setImmediate();
  const rough = roughen(straight);
  await setImmediate();
  const tiles = snap(await cut(rough, ground.outline));
  const shapes = dissolve(adoptScraps(toMosaic(tiles)));
  const lake = toMultiPolygon(shapes.get(LAKE) ?? []);
  shapes.delete(LAKE);
  return { communes: new Map([...shapes].sort().map(([pcode, parts]) => [pcode, toMultiPolygon(parts)])), lake };
}

type OwnedShape = { owner: string; shape: Shape };

/** Cuts every commune to the land, and what of it is water to the lake. */
async function cut(communes: ReadonlyMap<string, readonly Shape[]>, { land, lake }: Outline): Promise<OwnedShape[]> {
  const shores = [...land, ...lake].flat().flatMap(segmentBoxes);
  const tiles: OwnedShape[] = [];
  let count = 0;
  for (const [owner, shapes] of communes) {
    const box = boxOf(shapes.flat(2));
    if (!shores.some((shore) => boxesMeet(shore, box))) {
      tiles.push(...shapes.map((shape) => ({ owner, shape })));
      continue;
    }
    const add = (name: string, parts: readonly Shape[]) => tiles.push(...parts.map((shape) => ({ owner: name, shape })));
    add(owner, clipping.intersection([...shapes], land) as Shape[]);
    add(LAKE, clipping.intersection([...shapes], lake) as Shape[]);
    if (count++ % 20 === 0) await setImmediate();
  }
  return tiles;
}

function segmentBoxes(ring: Ring): Box[] {
  return ring.slice(1).map((point, before) => boxOf([point, ring[before] ?? point]));
}

/** A ten-millionth of a degree or so: cuts of the same border from its two sides differ by rounding only. */
const SNAP = 2e-6;

/** Makes points that are the same place the same numbers, and drops edges that have become nothing. */
function snap(tiles: readonly OwnedShape[]): OwnedShape[] {
  const known = new Map<string, Point>();
  const settle = ([x, y]: Point): Point => {
    const [column, row] = [Math.round(x / SNAP), Math.round(y / SNAP)];
    for (let dx = -1; dx <= 1; dx += 1) {
      for (let dy = -1; dy <= 1; dy += 1) {
        const found = known.get(`${column + dx} ${row + dy}`);
        if (found) return found;
      }
    }
    const point: Point = [x, y];
    known.set(`${column} ${row}`, point);
    return point;
  };
  return tiles.flatMap(({ owner, shape }) => {
    const rings = shape.map((ring) => withoutRepeats(ring.map(settle))).filter((ring) => ring.length > 3);
    return rings.length > 0 ? [{ owner, shape: rings }] : [];
  });
}

function withoutRepeats(ring: readonly Point[]): Ring {
  return ring.filter((point, index) => index === 0 || point !== ring[index - 1]);
}
