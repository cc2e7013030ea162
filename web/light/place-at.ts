import type { Camera, Size } from '../cartography/mercator.ts';
import { degreesAt, type Point } from './moving.ts';
import { type Shapes, toUnits } from './shapes.ts';

type Look = { size: Size; camera: Camera; shapes: Shapes };

/** Index of the place whose polygon holds a pixel of the map; undefined where there is none. */
export function placeAt(context: CanvasRenderingContext2D, point: Point, { size, camera, shapes }: Look): number | undefined {
  const [x, y] = toUnits([...degreesAt(point, camera, size)]);
  context.save();
  context.resetTransform();
  const found = shapes.places.findIndex((place) => {
    if (place === undefined) return false;
    const [left, top, right, bottom] = place.box;
    return x >= left && x <= right && y >= top && y <= bottom && context.isPointInPath(place.path, x, y);
  });
  context.restore();
  return found === -1 ? undefined : found;
}
