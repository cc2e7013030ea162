/** Where a map looks: middle in degrees, zoom as in web maps (the world is 512 px wide at zoom 0). */
export type Camera = { lng: number; lat: number; zoom: number };
/** Width and height in CSS pixels. */
export type Size = { width: number; height: number };
/** Pixels kept free at the edges of a map. */
export type Padding = { top: number; bottom: number; left: number; right: number };
/** West, south, east, north in degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** Pixels of the world's width at zoom 0. */
export const WORLD_PIXELS = 512;

/** Web Mercator: the world as a square of side 1, x eastwards from 180° W, y southwards. */
export function toWorld(lng: number, lat: number): readonly [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** Degrees of a point of the world's square; the inverse of `toWorld`. */
export function fromWorld(x: number, y: number): readonly [lng: number, lat: number] {
  return [(x - 0.5) * 360, (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90];
}

/** Metres along the equator of the sphere that web Mercator draws. */
const EQUATOR_METERS = 2 * Math.PI * 6_378_137;

/** How many metres of the ground a pixel in the middle of the map is. */
export function metersPerPixel({ lat, zoom }: Camera): number {
  return (EQUATOR_METERS * Math.cos((lat * Math.PI) / 180)) / (WORLD_PIXELS * 2 ** zoom);
}

/** The camera that shows the bounds as large as they fit between the paddings, no nearer than `maxZoom`. */
export function cameraOfBounds([west, south, east, north]: Bounds, { width, height }: Size, padding: Padding, maxZoom: number): Camera {
  const [left, top] = toWorld(west, north);
  const [right, bottom] = toWorld(east, south);
  const free = { width: Math.max(1, width - padding.left - padding.right), height: Math.max(1, height - padding.top - padding.bottom) };
  const pixels = Math.min(free.width / Math.max(right - left, 1e-9), free.height / Math.max(bottom - top, 1e-9));
  const zoom = Math.min(maxZoom, Math.log2(pixels / WORLD_PIXELS));
  const scale = WORLD_PIXELS * 2 ** zoom;
  const middle = [
    (left + right) / 2 + (padding.right - padding.left) / 2 / scale,
    (top + bottom) / 2 + (padding.bottom - padding.top) / 2 / scale,
  ];
  const [lng, lat] = fromWorld(middle[0] ?? 0.5, middle[1] ?? 0.5);
  return { lng, lat, zoom };
}

/** Room for what floats over a map of this size: a sheet at the bottom of a phone, the slider of a laptop. */
export function paddingOf({ width, height }: Size): Padding {
  if (width < 600) return { top: 72, bottom: Math.round(height * 0.42), left: 12, right: 12 };
  if (height < 520) return { top: 14, bottom: 18, left: 24, right: 24 };
  return { top: 28, bottom: 64, left: 24, right: 24 };
}

/** How far and how near a map can be moved: Cambodia and what lies around it. */
export const MAX_BOUNDS: [west: number, south: number, east: number, north: number] = [94, 5, 116, 20];
export const ZOOMS = { farthest: 4.2, nearest: 13.5 } as const;

/** The camera within what can be looked at. */
export function heldCamera({ lng, lat, zoom }: Camera): Camera {
  const [west, south, east, north] = MAX_BOUNDS;
  return {
    lng: Math.min(east, Math.max(west, lng)),
    lat: Math.min(north, Math.max(south, lat)),
    zoom: Math.min(ZOOMS.nearest, Math.max(ZOOMS.farthest, zoom)),
  };
}

/** No place is shown nearer than this by itself. */
export const NEAREST_ZOOM = 10.5;

/** Cambodia, until an edition says where its places lie. */
export const COUNTRY: Bounds = [102.3, 10.35, 107.65, 14.72];
