import { COVERAGE_LETTERS } from '@atlas/server/contracts';
import { isInReach, letterAt } from '../web/cartography/coverage.ts';
import type { Path } from '../web/cartography/drawing.ts';
import { toRim } from '../web/cartography/topology.ts';
import type { Sheet } from '../web/light/draw.ts';
import { PATH_ZOOM, type Shapes, shapesOf, toUnits } from '../web/light/shapes.ts';
import type { Overlays } from './overlays.ts';
import type { Picture } from './picture.ts';

/** Dashes of a dormant network's outline and dots of the reach, in widths of their lines. */
export const DORMANT_DASHES = [2, 1.4] as const;
export const REACH_DOTS = [0.2, 2.2] as const;

type Networks = { picture: Picture; networks: NonNullable<Overlays['networks']>; enlarged: number };

/**
 * Draws an outline inside each commune that has a network, solid while it is active, dashed when dormant, and a dotted line
 * around all communes in reach of an active one. The transform is the one the map was drawn by.
 */
export function drawNetworks(sheet: Sheet, { picture, networks, enlarged }: Networks): void {
  const { context, camera, medium } = sheet;
  if (medium === undefined) return;
  const { theme } = picture.scale;
  const { coverage, topology } = networks;
  const shapes = shapesOf({ topology, level: 'commune', pcodes: picture.places.levels.commune.pcodes }, medium.newPath);
  const unit = 1 / 2 ** (camera.zoom - PATH_ZOOM);
  context.lineJoin = 'round';
  drawReach(sheet, { networks, colours: [theme.casing, theme.networkActive], pixels: enlarged * unit });
  // As on the screen: wider and farther inside from zoom 6 to zoom 9.
  const nearness = Math.min(1, Math.max(0, (camera.zoom - 6) / 3));
  const [grown, inside] = [0.8 + 0.5 * nearness, (1 + nearness) * enlarged * unit];
  const isSeen = seenOn(sheet);
  for (const [letter, colour, width, dashes] of [
    [COVERAGE_LETTERS.dormant, theme.networkDormant, 1.6, DORMANT_DASHES],
    [COVERAGE_LETTERS.active, theme.networkActive, 1.9, []],
  ] as const) {
    const line = width * grown * enlarged * unit;
    const casing = 4 * grown * enlarged * unit;
    for (const [id, place] of shapes.places.entries()) {
      if (place === undefined || letterAt(coverage, id) !== letter || !isSeen(place.box)) continue;
      context.save();
      context.clip(place.path);
      // Of a stroke half lies inside: its edge is as far inside as half its width.
      stroke(theme.casing, 2 * inside + casing);
      context.setLineDash(dashes.map((part) => part * line));
      stroke(colour, 2 * inside + line);
      context.setLineDash([]);
      stroke(theme.casing, Math.max(0, 2 * inside - line));
      context.restore();

      function stroke(of: string, wide: number): void {
        if (wide === 0 || place === undefined) return;
        context.strokeStyle = of;
        context.lineWidth = wide;
        context.stroke(place.path);
      }
    }
  }
}

type Box = NonNullable<Shapes<Path>['places'][number]>['box'];

/** Whether a box in path units lies on the map, at least in part. */
function seenOn({ camera, size }: Sheet): (box: Box) => boolean {
  const [x, y] = toUnits([camera.lng, camera.lat]);
  const unit = 1 / 2 ** (camera.zoom - PATH_ZOOM);
  const [right, down] = [(size.width / 2) * unit, (size.height / 2) * unit];
  return ([west, north, east, south]) => west < x + right && east > x - right && north < y + down && south > y - down;
}

type Reach = { networks: Networks['networks']; colours: readonly [casing: string, line: string]; pixels: number };

function drawReach({ context, medium }: Sheet, { networks: { coverage, topology }, colours: [casing, colour], pixels }: Reach): void {
  const path = medium?.newPath();
  if (path === undefined) return;
  for (const line of toRim(topology, 'commune', (id) => isInReach(coverage, id)).geometry.coordinates) {
    for (const [index, point] of line.entries()) {
      const [x, y] = toUnits(point);
      if (index === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
  }
  context.strokeStyle = casing;
  context.lineWidth = 3.4 * pixels;
  context.stroke(path);
  const width = 1.4 * pixels;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineCap = 'round';
  context.setLineDash(REACH_DOTS.map((part) => part * width));
  context.stroke(path);
  context.setLineDash([]);
  context.lineCap = 'butt';
}
