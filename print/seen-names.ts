import { fromWorld, toWorld, WORLD_PIXELS } from '../web/cartography/mercator.ts';
import type { Sheet } from '../web/light/draw.ts';
import type { Name } from '../web/light/names.ts';
import type { CircleAt } from './names.ts';
import type { Box } from './paper.ts';

/** What stands on the map beside names: circles a name gives way to, and boxes it must leave free. */
type Beside = { circles: readonly CircleAt[]; covered: readonly Box[] };

/** Pixels between a name and the edge of the map. */
const EDGE_ROOM = 6;

/** Below this zoom all names are of wide places: such a name may stand higher or lower, in sizes of its letters. */
const PLACES_ZOOM = 8;
const STEPS = [0, 1.2, -1.2, 2.2, -2.2, 3.2, -3.2] as const;

/** The names whose places are in the frame: below the circle of their place, and so far inside that all letters are seen. */
export function toSeenNames(names: readonly Name[], { context, size, camera }: Sheet, { circles, covered }: Beside): Name[] {
  const world = WORLD_PIXELS * 2 ** camera.zoom;
  const [middleX, middleY] = toWorld(camera.lng, camera.lat);
  const radii = new Map(circles.map(({ lng, lat, radius }) => [`${lng} ${lat}`, radius]));
  return names.flatMap((name) => {
    const [x, y] = toWorld(name.lng, name.lat);
    const [left, top] = [size.width / 2 + (x - middleX) * world, size.height / 2 + (y - middleY) * world];
    if (left < 0 || left > size.width || top < name.pixels || top > size.height - name.pixels) return [];
    context.font = `600 ${name.pixels}px Noto Sans`;
    const half = context.measureText(name.text).width / 2 + EDGE_ROOM;
    const radius = radii.get(`${name.lng} ${name.lat}`);
    const down = radius === undefined ? 0 : radius + name.pixels * 0.8;
    const aside = Math.max(0, half - left) - Math.max(0, left + half - size.width);
    const isFree = (lower: number) => {
      const box = { left: left + aside - half, top: top + lower - name.pixels * 0.8, width: half * 2, height: name.pixels * 1.6 };
      return !covered.some((other) => overlap(box, other));
    };
    const steps = camera.zoom < PLACES_ZOOM ? STEPS : [0];
    const lower = steps.map((step) => down + step * name.pixels).find(isFree);
    if (lower === undefined) return [];
    const [lng, lat] = fromWorld(x + aside / world, y + lower / world);
    return [{ ...name, lng, lat }];
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}
