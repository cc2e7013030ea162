import type { Edition, LevelColumns } from '@atlas/server/contracts';
import { bbox, multiPoint } from '@turf/turf';
import type { Map as MapLibreMap } from 'maplibre-gl';
import { type Bounds, type Camera, COUNTRY, cameraOfBounds, NEAREST_ZOOM, paddingOf } from '../cartography/mercator.ts';

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
export function showBounds(map: MapLibreMap, bounds: Bounds, { maxZoom = NEAREST_ZOOM, isInstant = false } = {}): void {
  const isStill = isInstant || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const { lng, lat, zoom } = cameraOfBounds(bounds, { width, height }, paddingOf({ width, height }), maxZoom);
  map.easeTo({ center: [lng, lat], zoom, duration: isStill ? 0 : 700 });
}
