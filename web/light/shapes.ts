import type { AdminLevel } from '@atlas/server/contracts';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import type { Path } from '../cartography/drawing.ts';
import { toWorld, WORLD_PIXELS } from '../cartography/mercator.ts';
import { once } from '../cartography/once.ts';
import { type BorderKind, toAreas, toBorderPieces, toLakes } from '../cartography/topology.ts';

/** Zoom at which one unit of a path is one pixel. */
export const PATH_ZOOM = 7;
const UNITS = WORLD_PIXELS * 2 ** PATH_ZOOM;

/** West, north, east, south in path units. */
type Box = [left: number, top: number, right: number, bottom: number];

/** The shapes of a level as paths; their units are pixels at zoom 7, counted from `origin` in the world's square. */
export type Shapes<Made extends Path = Path2D> = {
  origin: readonly [x: number, y: number];
  /** By place index; undefined where a place has no polygon. */
  places: readonly ({ path: Made; box: Box } | undefined)[];
  /** Land that belongs to no place, and lakes. */
  land: Made;
  lakes: Made;
  borders: ReadonlyMap<BorderKind, Made>;
};

const MIDDLE = toWorld(105, 12.5);

/** Path units of a point. Counted from the middle of Cambodia, so that single precision is enough at every zoom. */
export function toUnits([lng = 0, lat = 0]: Position): readonly [x: number, y: number] {
  const [x, y] = toWorld(lng, lat);
  return [(x - MIDDLE[0]) * UNITS, (y - MIDDLE[1]) * UNITS];
}

/** The topology with its arcs in path units: each point is projected once, however many shapes and borders share it. */
function toProjected({ transform, ...topology }: Topology): Topology {
  const { scale, translate } = transform ?? { scale: [1, 1], translate: [0, 0] };
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([stepX = 0, stepY = 0]) => {
      x = transform === undefined ? stepX : x + stepX;
      y = transform === undefined ? stepY : y + stepY;
      return [...toUnits([x * scale[0] + translate[0], y * scale[1] + translate[1]])];
    });
  });
  return { ...topology, arcs };
}

/** Makes the paths of a topology of one level; `pcodes` in place order say where districts and provinces meet. */
export function toShapes(topology: Topology, level: AdminLevel, pcodes: readonly string[]): Shapes {
  return shapesOf({ topology, level, pcodes }, newPath2D);
}

type Mapped = { topology: Topology; level: AdminLevel; pcodes: readonly string[] };

/** The same with the paths of another medium than a browser. */
export function shapesOf<Made extends Path>({ topology, level, pcodes }: Mapped, newPath: () => Made): Shapes<Made> {
  const projected = toProjected(topology);
  const places: ({ path: Made; box: Box } | undefined)[] = pcodes.map(() => undefined);
  const [land, lakes] = [newPath(), newPath()];
  for (const { id, geometry, properties } of toAreas(projected, level).features) {
    const polygons = geometry === null ? [] : geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const rings = polygons.flat();
    if (properties?.area !== undefined) addRings(properties.area === 'lake' ? lakes : land, rings);
    else if (typeof id === 'number' && rings.length > 0) {
      const path = newPath();
      places[id] = { path, box: addRings(path, rings) };
    }
  }
  for (const { geometry } of toLakes(topology, level).features) {
    addRings(
      lakes,
      geometry.coordinates.map((ring) => ring.map((point) => [...toUnits(point)])),
    );
  }
  const borders = new Map<BorderKind, Made>();
  for (const { properties, geometry } of toBorderPieces(projected, level, pcodes).features) {
    const path = newPath();
    for (const line of geometry.coordinates) addLine(path, line);
    borders.set(properties.kind, path);
  }
  return { origin: MIDDLE, places, land, lakes, borders };
}

/** Land, borders, lakes and rivers around Cambodia as paths, in the same units. */
export type Surroundings<Made extends Path = Path2D> = { land: Made; borders: Made; lakes: Made; rivers: Made };

/** Makes the paths of the basemap's topology. */
export const toSurroundings = once((inDegrees: Topology): Surroundings => surroundingsOf(inDegrees, newPath2D));

function newPath2D(): Path2D {
  return new Path2D();
}

/** The same with the paths of another medium than a browser. */
export function surroundingsOf<Made extends Path>(inDegrees: Topology, newPath: () => Made): Surroundings<Made> {
  const topology = toProjected(inDegrees);
  const pathOf = (name: keyof Surroundings): Made => {
    const path = newPath();
    const object = topology.objects[name];
    const collection = object === undefined ? undefined : (feature(topology, object) as FeatureCollection);
    for (const { geometry } of collection?.features ?? []) addGeometry(path, geometry);
    return path;
  };
  return { land: pathOf('land'), borders: pathOf('borders'), lakes: pathOf('lakes'), rivers: pathOf('rivers') };
}

function addGeometry(path: Path, geometry: Geometry): void {
  if (geometry.type === 'Polygon') addRings(path, geometry.coordinates);
  else if (geometry.type === 'MultiPolygon') for (const rings of geometry.coordinates) addRings(path, rings);
  else if (geometry.type === 'LineString') addLine(path, geometry.coordinates);
  else if (geometry.type === 'MultiLineString') for (const line of geometry.coordinates) addLine(path, line);
}

function addRings(path: Path, rings: readonly Position[][]): Box {
  const box: Box = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ring of rings) {
    addLine(path, ring, box);
    path.closePath();
  }
  return box;
}

/** Adds a line to a path; a box that is given grows around it. */
function addLine(path: Path, line: readonly Position[], box?: Box): void {
  for (const [at, [x = 0, y = 0]] of line.entries()) {
    if (at === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
    if (box === undefined) continue;
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
}
