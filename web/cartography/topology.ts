import type { AdminLevel, LevelColumns } from '@atlas/server/contracts';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Polygon } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type {
  MultiPolygon as ArcMultiPolygon,
  Polygon as ArcPolygon,
  GeometryCollection,
  GeometryObject,
  Topology,
} from 'topojson-specification';

/** Areas of a level, each place with its index as id; areas without a place carry their reason instead. */
export function toAreas(topology: Topology, level: AdminLevel): FeatureCollection<Polygon | MultiPolygon, { area?: string } | null> {
  return feature(topology, collectionOf(topology, level)) as FeatureCollection<Polygon | MultiPolygon, { area?: string } | null>;
}

export type BorderKind = 'outline' | 'province' | 'district' | 'inner';

/** Borders between places of a level, each once, by the coarsest unit they divide. */
export function toBorders(
  topology: Topology,
  level: AdminLevel,
  { pcodes }: LevelColumns,
): FeatureCollection<MultiLineString, { kind: BorderKind }> {
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
}

/** Border around all places for which `isInside` holds, without the borders between them. */
export function toRim(topology: Topology, level: AdminLevel, isInside: (id: number) => boolean): Feature<MultiLineString> {
  const inside = (shape: GeometryObject) => shape.id !== undefined && isInside(Number(shape.id));
  const geometry = mesh(topology, collectionOf(topology, level), (a, b) => (a === b ? inside(a) : inside(a) !== inside(b)));
  return { type: 'Feature', properties: {}, geometry };
}

/** Smallest hole taken for a lake, in square degrees: about 120 square kilometres, more than any sliver between communes. */
const SMALLEST_LAKE = 0.01;

/** Holes in the land that no place fills: Lake Tonle Sap. */
export function toLakes(topology: Topology, level: AdminLevel): FeatureCollection<Polygon> {
  const shapes = collectionOf(topology, level).geometries.filter(isPolygon);
  const land = merge(topology, shapes);
  const holes = land.coordinates.flatMap(([, ...inner]) => inner).filter((ring) => ringArea(ring) > SMALLEST_LAKE);
  const features = holes.map((ring) => ({
    type: 'Feature' as const,
    properties: {},
    geometry: { type: 'Polygon' as const, coordinates: [ring] },
  }));
  return { type: 'FeatureCollection', features };
}

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
