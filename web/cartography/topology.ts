import type { AdminLevel } from '@atlas/server/contracts';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type {
  MultiPolygon as ArcMultiPolygon,
  Polygon as ArcPolygon,
  GeometryCollection,
  GeometryObject,
  Topology,
} from 'topojson-specification';
import type { Theme } from './palettes.ts';

export type Areas = FeatureCollection<Polygon | MultiPolygon, { area?: string } | null>;

/** Areas of a level, each place with its index as id; areas without a place carry their reason instead. */
export const toAreas = once((topology, level): Areas => feature(topology, collectionOf(topology, level)) as Areas);

/** Keeps what is made of a topology as long as the topology itself: every renderer and layer draws the same object. */
function once<Made, More extends readonly unknown[]>(
  make: (topology: Topology, level: AdminLevel, ...more: More) => Made,
): (topology: Topology, level: AdminLevel, ...more: More) => Made {
  const made = new WeakMap<Topology, Made>();
  return (topology, level, ...more) => {
    const known = made.get(topology) ?? make(topology, level, ...more);
    made.set(topology, known);
    return known;
  };
}

export type BorderKind = 'outline' | 'province' | 'district' | 'inner';

export type Borders = FeatureCollection<MultiLineString, { kind: BorderKind }>;

/** Borders between places of a level, each once, by the coarsest unit they divide; `pcodes` in place order. */
export const toBorders = once((topology, level, pcodes: readonly string[]): Borders => {
  const collection = collectionOf(topology, level);
  const kindOf = (a: GeometryObject, b: GeometryObject): BorderKind => {
    if (a === b) return 'outline';
    const [first, second] = [pcodes[Number(a.id)], pcodes[Number(b.id)]];
    if (first === undefined || second === undefined) return 'inner';
    if (first.slice(0, 2) !== second.slice(0, 2)) return 'province';
    return first.slice(0, 4) !== second.slice(0, 4) ? 'district' : 'inner';
  };
  const kinds: readonly BorderKind[] = ['inner', 'district', 'province', 'outline'];
  return {
    type: 'FeatureCollection',
    features: kinds.map((kind) => ({
      type: 'Feature',
      properties: { kind },
      geometry: mesh(topology, collection, (a, b) => kindOf(a, b) === kind),
    })),
  };
});

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

/** Holes in the land that no place fills: Lake Tonle Sap. */
export const toLakes = once((topology, level): FeatureCollection<Polygon> => {
  const shapes = collectionOf(topology, level).geometries.filter(isPolygon);
  const land = merge(topology, shapes);
  const holes = land.coordinates.flatMap(([, ...inner]) => inner).filter((ring) => ringArea(ring) > SMALLEST_LAKE);
  const features = holes.map((ring) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  }));
  return { type: 'FeatureCollection', features };
});

function isPolygon(shape: GeometryObject): shape is ArcPolygon | ArcMultiPolygon {
  return shape.type === 'Polygon' || shape.type === 'MultiPolygon';
}

function ringArea(ring: readonly (readonly number[])[]): number {
  let doubled = 0;
  ring.forEach(([x = 0, y = 0], index) => {
    const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
    doubled += x * nextY - nextX * y;
  });
  return Math.abs(doubled / 2);
}

function collectionOf(topology: Topology, level: AdminLevel): GeometryCollection {
  const collection = topology.objects[level];
  if (collection?.type !== 'GeometryCollection') throw new Error(`the topology holds no ${level}`);
  return collection as GeometryCollection;
}
