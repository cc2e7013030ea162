import { toWorld, WORLD_PIXELS } from '../cartography/mercator.ts';
import type { Sheet } from './draw.ts';
import type { Name } from './names.ts';

type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Pixels kept free around a name. */
const ROOM = 2;

/** Writes names with a halo, each where it covers none written before; one without room is left out. */
export function drawNames(
  { context, size, camera, pixelRatio }: Sheet,
  names: readonly Name[],
  { halo, font }: { halo: string; font: string },
): void {
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.strokeStyle = halo;
  context.lineWidth = 3.2;
  context.lineJoin = 'round';
  const world = WORLD_PIXELS * 2 ** camera.zoom;
  const [middleX, middleY] = toWorld(camera.lng, camera.lat);
  const written: Box[] = [];
  for (const { text, lng, lat, pixels, colour } of names) {
    const [x, y] = toWorld(lng, lat);
    const [left, top] = [size.width / 2 + (x - middleX) * world, size.height / 2 + (y - middleY) * world];
    if (left < 0 || top < 0 || left > size.width || top > size.height) continue;
    context.font = `600 ${pixels}px ${font}`;
    const half = context.measureText(text).width / 2 + ROOM;
    const box: Box = [left - half, top - pixels * 0.7, left + half, top + pixels * 0.7];
    if (written.some((other) => overlap(box, other))) continue;
    written.push(box);
    context.strokeText(text, left, top);
    context.fillStyle = colour;
    context.fillText(text, left, top);
  }
}

function overlap(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}
