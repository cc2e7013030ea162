import type { AdminLevel } from '@atlas/server/contracts';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type {
  MultiPolygon as ArcMultiPolygon,
  Polygon as ArcPolygon,
  GeometryCollection,
  GeometryObject,
  MultiLineString as MultiArcs,
  Topology,
} from 'topojson-specification';
import { once } from './once.ts';
import type { Theme } from './palettes.ts';

export type Areas = FeatureCollection<Polygon | MultiPolygon, { area?: string } | null>;

/** Areas of a level, each place with its index as id; areas without a place carry their reason instead. */
export const toAreas = once((topology: Topology, level: AdminLevel): Areas => feature(topology, collectionOf(topology, level)) as Areas);

export type BorderKind = 'outline' | 'province' | 'district' | 'inner';

export type Borders = FeatureCollection<MultiLineString, { kind: BorderKind }>;

const BORDER_KINDS: readonly BorderKind[] = ['inner', 'district', 'province', 'outline'];

/** Borders between places of a level, each once, by the coarsest unit they divide; `pcodes` in place order. */
export const toBorders = once((topology: Topology, level: AdminLevel, pcodes: readonly string[]): Borders => {
  const arcs = borderArcs(topology, level, pcodes);
  return collect((kind) => mesh(topology, arcs[kind]));
});

/** The same borders in pieces, from one junction to the next: a tenth of the work, for whoever only strokes them. */
export function toBorderPieces(topology: Topology, level: AdminLevel, pcodes: readonly string[]): Borders {
  const arcs = borderArcs(topology, level, pcodes);
  return collect((kind) => feature(topology, arcs[kind]).geometry);
}

function collect(geometryOf: (kind: BorderKind) => MultiLineString): Borders {
  const features = BORDER_KINDS.map((kind) => ({ type: 'Feature' as const, properties: { kind }, geometry: geometryOf(kind) }));
  return { type: 'FeatureCollection', features };
}

function borderArcs(topology: Topology, level: AdminLevel, pcodes: readonly string[]): Record<BorderKind, MultiArcs> {
  const arcs: Record<BorderKind, number[][]> = { inner: [], district: [], province: [], outline: [] };
  for (const [arc, [first, last]] of usersOfArcs(collectionOf(topology, level))) {
    const kind = first === last ? 'outline' : kindBetween(pcodes[Number(first.id)], pcodes[Number(last.id)]);
    arcs[kind].push([arc]);
  }
  const line = (kind: BorderKind): MultiArcs => ({ type: 'MultiLineString', arcs: arcs[kind] });
  return { inner: line('inner'), district: line('district'), province: line('province'), outline: line('outline') };
}

/** The first and the last shape that each arc belongs to; the same one twice where nothing lies beyond. */
function usersOfArcs({ geometries }: GeometryCollection): Map<number, [first: GeometryObject, last: GeometryObject]> {
  const users = new Map<number, [GeometryObject, GeometryObject]>();
  for (const shape of geometries.filter(isPolygon)) {
    for (const signed of shape.arcs.flat(2)) {
      const arc = arcOf(signed);
      const known = users.get(arc);
      if (known === undefined) users.set(arc, [shape, shape]);
      else known[1] = shape;
    }
  }
  return users;
}

function kindBetween(first: string | undefined, second: string | undefined): BorderKind {
  if (first === undefined || second === undefined) return 'inner';
  if (first.slice(0, 2) !== second.slice(0, 2)) return 'province';
  return first.slice(0, 4) !== second.slice(0, 4) ? 'district' : 'inner';
}

/** A line of the map: its colour and its width in pixels at zoom 6; twice as wide from zoom 10. */
export type BorderLine = { kind: BorderKind; colour: keyof Theme & `${string}ine`; width: number };

/** How borders are drawn, in drawing order; lakes and rivers lie between district and province lines. */
export const BORDER_LINES: readonly BorderLine[] = [
  { kind: 'inner', colour: 'innerLine', width: 0.45 },
  { kind: 'district', colour: 'districtLine', width: 0.7 },
  { kind: 'province', colour: 'provinceLine', width: 1 },
  { kind: 'outline', colour: 'outline', width: 1.5 },
];

/** Border around all places for which `isInside` holds, without the borders between them. */
export function toRim(topology: Topology, level: AdminLevel, isInside: (id: number) => boolean): Feature<MultiLineString> {
  const inside = (shape: GeometryObject) => shape.id !== undefined && isInside(Number(shape.id));
  const geometry = mesh(topology, collectionOf(topology, level), (a, b) => (a === b ? inside(a) : inside(a) !== inside(b)));
  return { type: 'Feature', properties: {}, geometry };
}

/** Smallest hole taken for a lake, in square degrees: about 120 square kilometres, more than any sliver between communes. */
const SMALLEST_LAKE = 0.01;

/** Holes in the land that no place fills: Lake Tonle Sap. Found among the edges that only one shape has, a small part of all. */
export const toLakes = once((topology: Topology, level: AdminLevel): FeatureCollection<Polygon> => {
  const rings = edgeRings(topology, level).map((ring) => ({ ring, area: signedArea(ring) }));
  const largest = rings.reduce((most, { area }) => (Math.abs(area) > Math.abs(most) ? area : most), 0);
  // Shapes lie on one side of their edges: around a hole these run the other way than around the land.
  const holes = rings.filter(({ area }) => Math.sign(area) !== Math.sign(largest) && Math.abs(area) > SMALLEST_LAKE);
  const features = holes.map(({ ring }) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  }));
  return { type: 'FeatureCollection', features };
});

/** Rings of the arcs that belong to one shape only, each run through as that shape has it. */
function edgeRings(topology: Topology, level: AdminLevel): Position[][] {
  const uses = collectionOf(topology, level)
    .geometries.filter(isPolygon)
    .flatMap(({ arcs }) => arcs.flat(2));
  const times = new Map<number, number>();
  for (const use of uses) times.set(arcOf(use), (times.get(arcOf(use)) ?? 0) + 1);
  const edges = uses.filter((use) => times.get(arcOf(use)) === 1).map((use) => [use]);
  const lines = feature(topology, { type: 'MultiLineString', arcs: edges }).geometry.coordinates;
  const starting = Map.groupBy(lines, ([start]) => String(start));
  const rings: Position[][] = [];
  for (const first of lines) {
    const ring: Position[] = [];
    // A line that is in a ring already is no longer among those that start here.
    let line = takeLine(starting, first[0], first);
    while (line !== undefined) {
      ring.push(...line);
      line = isClosed(ring) ? undefined : takeLine(starting, ring.at(-1));
    }
    if (isClosed(ring)) rings.push(ring);
  }
  return rings;
}

function isClosed(ring: readonly Position[]): boolean {
  return ring.length > 1 && String(ring[0]) === String(ring.at(-1));
}

/** Takes the line that starts here, or the one wanted. */
function takeLine(starting: Map<string, Position[][]>, at: Position | undefined, wanted?: Position[]): Position[] | undefined {
  const lines = starting.get(String(at)) ?? [];
  const index = wanted === undefined ? 0 : lines.indexOf(wanted);
  return index < 0 ? undefined : lines.splice(index, 1)[0];
}

function arcOf(use: number): number {
  return use < 0 ? ~use : use;
}

function isPolygon(shape: GeometryObject): shape is ArcPolygon | ArcMultiPolygon {
  return shape.type === 'Polygon' || shape.type === 'MultiPolygon';
}

function signedArea(ring: readonly Position[]): number {
  let doubled = 0;
  ring.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    doubled += x * nextY - nextX * y;
  });
  return doubled / 2;
}

function collectionOf(topology: Topology, level: AdminLevel): GeometryCollection {
  const collection = topology.objects[level];
  if (collection?.type !== 'GeometryCollection') throw new Error(`the topology holds no ${level}`);
  return collection as GeometryCollection;
}
