import type { Camera, Size } from '../cartography/mercator.ts';
import { fromWorld, toWorld, WORLD_PIXELS } from '../cartography/mercator.ts';
import { type Shapes, toUnits } from './shapes.ts';

type Look = { size: Size; camera: Camera };

/** Longitude and latitude of a pixel of the map. */
export function degreesAt(x: number, y: number, { size, camera }: Look): readonly [lng: number, lat: number] {
  const world = WORLD_PIXELS * 2 ** camera.zoom;
  const [middleX, middleY] = toWorld(camera.lng, camera.lat);
  return fromWorld(middleX + (x - size.width / 2) / world, middleY + (y - size.height / 2) / world);
}

/** Index of the place whose polygon holds a pixel of the map; undefined where there is none. */
export function placeAt(
  context: CanvasRenderingContext2D,
  point: { x: number; y: number },
  look: Look & { shapes: Shapes },
): number | undefined {
  const [x, y] = toUnits([...degreesAt(point.x, point.y, look)]);
  context.save();
  context.resetTransform();
  const found = look.shapes.places.findIndex((place) => {
    if (place === undefined) return false;
    const [left, top, right, bottom] = place.box;
    return x >= left && x <= right && y >= top && y <= bottom && context.isPointInPath(place.path, x, y);
  });
  context.restore();
  return found === -1 ? undefined : found;
}
