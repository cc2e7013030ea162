import type { Edition, LevelColumns } from '@atlas/server/contracts';
import { bbox, multiPoint } from '@turf/turf';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Camera } from '../view.ts';

/** West, south, east, north in degrees. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** Cambodia, until an edition says where its places lie. */
const COUNTRY: Bounds = [102.3, 10.35, 107.65, 14.72];

export function boundsOf(edition: Edition | undefined): Bounds {
  return edition?.bbox ?? COUNTRY;
}

/** Room around the points of places, in degrees: a commune is about 10 km wide. */
const ROOM = { commune: 0.08, wider: 0.05 } as const;

/** Box around the points of the places within a place, with room for what lies around the points; undefined where none has one. */
export function boundsOfPlaces({ pcodes, lngs, lats, shapes }: LevelColumns, within: string): Bounds | undefined {
  const points = pcodes.flatMap((pcode, index) =>
    pcode.startsWith(within) && shapes[index] !== 'x' ? [[lngs[index] ?? 0, lats[index] ?? 0]] : [],
  );
  if (points.length === 0) return undefined;
  const [west, south, east, north] = bbox(multiPoint(points));
  const room = within.length === 6 ? ROOM.commune : ROOM.wider;
  return [west - room, south - room, east + room, north + room];
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
  if (clientHeight < 520) return { top: 14, bottom: 18, left: 24, right: 24 };
  return { top: 28, bottom: 64, left: 24, right: 24 };
}
