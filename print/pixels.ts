import { type Camera, type Size, toWorld, WORLD_PIXELS } from '../web/cartography/mercator.ts';

/** Pixels from the upper left corner of a map. */
export type Pixel = readonly [x: number, y: number];

/** Where degrees lie on a map of this camera and size. */
export function pixelsOn({ camera, size }: { camera: Camera; size: Size }): (lng: number, lat: number) => Pixel {
  const world = WORLD_PIXELS * 2 ** camera.zoom;
  const [middleX, middleY] = toWorld(camera.lng, camera.lat);
  return (lng, lat) => {
    const [x, y] = toWorld(lng, lat);
    return [size.width / 2 + (x - middleX) * world, size.height / 2 + (y - middleY) * world];
  };
}
