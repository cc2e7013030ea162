import { Delaunay } from 'd3-delaunay';
import type { Polygon } from 'geojson';
import { feature, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import type { MultiPolygon as MultiArcs, Polygon as PolygonArcs, Topology } from 'topojson-specification';
import { crossingLines, wander } from './borders.ts';
import { areaOf, at, distance, type Point, type Shape, UNIT_KM } from './plane.ts';
import type { Site } from './sites.ts';

/** Polygons of one owner each, with shared arcs: what two neighbours have in common exists once. */
export type Mosaic = { topology: Topology; tiles: Tile[] };
type Tile = { owner: string; arcs: PolygonArcs };

/** Puts polygons together to a mosaic; equal points are recognised as one. */
export function toMosaic(shapes: readonly { owner: string; shape: Shape }[]): Mosaic {
  const tiles = {
    type: 'GeometryCollection' as const,
    geometries: shapes.map(({ shape }): Polygon => ({ type: 'Polygon', coordinates: shape })),
  };
  const built = topology({ tiles });
  const drawn = built.objects.tiles as unknown as { geometries: PolygonArcs[] };
  return { topology: built, tiles: shapes.map(({ owner }, index) => ({ owner, arcs: at(drawn.geometries, index) })) };
}

/** Dissolves the tiles of each owner to its shapes. */
export function dissolve({ topology, tiles }: Mosaic): Map<string, Shape[]> {
  const owned = Map.groupBy(tiles, ({ owner }) => owner);
  return new Map(
    [...owned].map(([owner, own]) => {
      const merged: MultiArcs = mergeArcs(
        topology,
        own.map(({ arcs }) => arcs),
      );
      const { geometry } = feature(topology, merged);
      return [owner, geometry.coordinates as Shape[]];
    }),
  );
}

/** Cells around the sites (Voronoi), dissolved to communes, over a rectangle much larger than the country. */
export function drawCommunes(sites: readonly Site[], [west, south, east, north]: [number, number, number, number]): Map<string, Shape[]> {
  const cells = Delaunay.from(sites.map(({ point }) => point)).voronoi([west, south, east, north]);
  return dissolve(toMosaic(sites.map(({ commune }, index) => ({ owner: commune, shape: [cells.cellPolygon(index) as Point[]] }))));
}

/** Longest and shortest piece of a wandering border. */
const STEP_KM = { longest: 1.6, shortest: 0.15 };

/** Lets every border wander, both neighbours sharing each; a border that would cross another one is calmed. */
export function roughen(communes: ReadonlyMap<string, readonly Shape[]>): Map<string, Shape[]> {
  const mosaic = toMosaic([...communes].flatMap(([owner, shapes]) => shapes.map((shape) => ({ owner, shape }))));
  const straight = mosaic.topology.arcs as Point[][];
  const steps = new Map<number, number>();
  for (const { arcs } of mosaic.tiles) {
    const size = Math.sqrt(areaOf(feature(mosaic.topology, arcs).geometry.coordinates as Shape));
    for (const arc of arcs.arcs.flat()) steps.set(index(arc), Math.min(steps.get(index(arc)) ?? 1, size));
  }
  const calm = straight.map(() => 0);
  const draw = (arc: number): Point[] => {
    const step = Math.min(STEP_KM.longest, Math.max(STEP_KM.shortest, (steps.get(arc) ?? 1) * UNIT_KM * 0.1)) / UNIT_KM;
    return wander(at(straight, arc), { seed: `border ${at(straight, arc).length} ${arc}`, step, calm: at(calm, arc) });
  };
  const lines = straight.map((_, arc) => draw(arc));
  for (let round = 0; round < 8; round += 1) {
    const crossing = crossingLines(lines, 2 / UNIT_KM);
    if (crossing.size === 0) break;
    for (const arc of crossing) {
      calm[arc] = Math.min(1, at(calm, arc) + 0.25);
      lines[arc] = draw(arc);
    }
  }
  return dissolve({ ...mosaic, topology: { ...mosaic.topology, arcs: lines } });
}

/** Number of an arc, whichever way it is walked. */
function index(arc: number): number {
  return arc < 0 ? ~arc : arc;
}

/** Length of an arc in the plane. */
function lengthOf(line: readonly Point[]): number {
  return line.slice(1).reduce((sum, point, before) => sum + distance(at(line, before), point), 0);
}

/**
 * Gives a commune's detached scraps to the neighbour they share the longest border with, its own district
 * first; islands, which have no neighbour, stay.
 */
export function adoptScraps(mosaic: Mosaic): Mosaic {
  const arcs = mosaic.topology.arcs as Point[][];
  const touching = new Map<number, Set<number>>();
  mosaic.tiles.forEach((tile, position) => {
    for (const arc of tile.arcs.arcs.flat()) touching.set(index(arc), (touching.get(index(arc)) ?? new Set()).add(position));
  });
  const owners = mosaic.tiles.map(({ owner }) => owner);
  const areas = mosaic.tiles.map(({ arcs: own }) => areaOf(feature(mosaic.topology, own).geometry.coordinates as Shape));
  for (const position of scrapsOf(mosaic.tiles, areas)) {
    const borders = new Map<string, number>();
    for (const arc of at(mosaic.tiles, position).arcs.arcs.flat()) {
      for (const other of touching.get(index(arc)) ?? []) {
        const owner = at(owners, other);
        if (other === position || owner === LAKE) continue;
        const kinship = owner === owners[position] || owner.slice(0, 4) === owners[position]?.slice(0, 4) ? 3 : 1;
        borders.set(owner, (borders.get(owner) ?? 0) + kinship * lengthOf(at(arcs, index(arc))));
      }
    }
    const [heir] = [...borders].sort(([, a], [, b]) => b - a);
    if (heir) owners[position] = heir[0];
  }
  return { ...mosaic, tiles: mosaic.tiles.map(({ arcs: own }, position) => ({ arcs: own, owner: at(owners, position) })) };
}

/** Owner of the tiles that are water. */
export const LAKE = 'lake';

/** Positions of all but the largest tile of each commune, small ones first. */
function scrapsOf(tiles: readonly Tile[], areas: readonly number[]): number[] {
  const largest = new Map<string, number>();
  tiles.forEach(({ owner }, position) => {
    const known = largest.get(owner);
    if (known === undefined || at(areas, position) > at(areas, known)) largest.set(owner, position);
  });
  return tiles
    .map((_, position) => position)
    .filter((position) => tiles[position]?.owner !== LAKE && largest.get(tiles[position]?.owner ?? '') !== position)
    .sort((a, b) => at(areas, a) - at(areas, b));
}
