import type { Edition, LevelColumns } from '@atlas/server/contracts';
import { bbox, buffer, featureCollection, point } from '@turf/turf';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Camera } from '../view.ts';

/** West, south, east, north in degrees. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** Cambodia, until an edition says where its places lie. */
const COUNTRY: Bounds = [102.3, 10.35, 107.65, 14.72];

export function boundsOf(edition: Edition | undefined): Bounds {
  return edition?.bbox ?? COUNTRY;
}

/** Box around the points of a province's or district's places, with room for what lies around the points. */
export function boundsOfPlaces({ pcodes, lngs, lats, shapes }: LevelColumns, within: string): Bounds | undefined {
  const points = pcodes.flatMap((pcode, index) =>
    pcode.startsWith(within) && shapes[index] !== 'x' ? [point([lngs[index] ?? 0, lats[index] ?? 0])] : [],
  );
  if (points.length === 0) return undefined;
  const around = buffer(featureCollection(points), within.length === 6 ? 9 : 5, { units: 'kilometers', steps: 4 });
  return around === undefined ? undefined : (bbox(around) as Bounds);
}

export function cameraOf(map: MapLibreMap): Camera {
  const { lng, lat } = map.getCenter();
  return { lng, lat, zoom: map.getZoom() };
}

/** Moves to the bounds, gliding unless the reader wants no motion. */
export function showBounds(map: MapLibreMap, bounds: Bounds, { maxZoom = 10.5, isInstant = false } = {}): void {
  const isStill = isInstant || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  map.fitBounds(bounds, { padding: paddingOf(map), maxZoom, duration: isStill ? 0 : 700 });
}

/** Room for what floats over the map: a sheet at the bottom of a phone, the slider of a laptop. */
function paddingOf(map: MapLibreMap) {
  const { clientWidth, clientHeight } = map.getContainer();
  if (clientWidth < 600) return { top: 72, bottom: Math.round(clientHeight * 0.42), left: 12, right: 12 };
  return { top: 28, bottom: 64, left: 24, right: 24 };
}
