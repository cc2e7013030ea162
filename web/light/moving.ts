import { type Bounds, type Camera, fromWorld, heldCamera, type Size, toWorld, WORLD_PIXELS } from '../cartography/mercator.ts';

/** A place on the map in pixels from its upper left corner. */
export type Point = { x: number; y: number };

/** Longitude and latitude of a pixel of the map. */
export function degreesAt({ x, y }: Point, camera: Camera, size: Size): readonly [lng: number, lat: number] {
  const world = WORLD_PIXELS * 2 ** camera.zoom;
  const [middleX, middleY] = toWorld(camera.lng, camera.lat);
  return fromWorld(middleX + (x - size.width / 2) / world, middleY + (y - size.height / 2) / world);
}

/** Whether the middle of the bounds lies on the map. */
export function isInSight(bounds: Bounds, camera: Camera, size: Size): boolean {
  const [west, north] = degreesAt({ x: 0, y: 0 }, camera, size);
  const [east, south] = degreesAt({ x: size.width, y: size.height }, camera, size);
  const [lng, lat] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  return lng > west && lng < east && lat > south && lat < north;
}

/** The camera after the map was moved by so many pixels. */
export function panned(camera: Camera, size: Size, { x, y }: Point): Camera {
  const [lng, lat] = degreesAt({ x: size.width / 2 + x, y: size.height / 2 + y }, camera, size);
  return heldCamera({ lng, lat, zoom: camera.zoom });
}

/** The camera so many zoom steps nearer; what lies under the point stays there. */
export function zoomed(camera: Camera, size: Size, { point, steps }: { point: Point; steps: number }): Camera {
  const { zoom } = heldCamera({ ...camera, zoom: camera.zoom + steps });
  const [fixedX, fixedY] = toWorld(...degreesAt(point, camera, size));
  const [middleX, middleY] = toWorld(camera.lng, camera.lat);
  const shrink = 2 ** (camera.zoom - zoom);
  const [lng, lat] = fromWorld(fixedX + (middleX - fixedX) * shrink, fixedY + (middleY - fixedY) * shrink);
  return heldCamera({ lng, lat, zoom });
}
