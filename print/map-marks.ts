import { formatKilometers } from '../web/cartography/format.ts';
import { type Camera, metersPerPixel, type Size } from '../web/cartography/mercator.ts';
import { niceBelow } from '../web/cartography/nice-below.ts';
import { drawBox, drawRule, type Ink, writeLine } from './ink.ts';
import type { Box } from './paper.ts';
import { printText } from './print-text.ts';

/** How a printed map is looked at. */
export type Looked = { camera: Camera; size: Size; enlarged: number };

/** The bar's length in pixels and in metres: a round number of them. */
function barOf({ camera, enlarged }: Looked): { length: number; meters: number } {
  const perPixel = metersPerPixel(camera);
  const meters = niceBelow(perPixel * 140 * enlarged);
  return { length: meters / perPixel, meters };
}

/** What the scale bar covers. */
export function scaleBarBox(look: Looked): Box {
  const { size, enlarged } = look;
  return { left: 12 * enlarged - 6, top: size.height - 32 * enlarged, width: barOf(look).length + 12, height: 26 * enlarged };
}

/** A bar of a round length, and how long that is on the ground in the middle of the map. */
export function drawScaleBar(ink: Ink, look: Looked): void {
  const { size, enlarged } = look;
  const { length, meters } = barOf(look);
  const [left, bottom, step] = [12 * enlarged, size.height - 12 * enlarged, 5 * enlarged];
  drawBox(ink, scaleBarBox(look), { fill: ink.theme.halo });
  const line = { colour: ink.theme.label, width: 1.4 * enlarged };
  drawRule(ink, [left, bottom, left + length, bottom], line);
  drawRule(ink, [left, bottom - step, left, bottom], line);
  drawRule(ink, [left + length, bottom - step, left + length, bottom], line);
  const words = formatKilometers(ink.language, meters);
  writeLine(ink, words, { x: left + length / 2, y: bottom - 6 * enlarged, pixels: 10.5 * enlarged, align: 'center' });
}

/** What the arrow covers. */
export function northBox({ size, enlarged }: Looked): Box {
  return { left: size.width - 46 * enlarged, top: 6 * enlarged, width: 40 * enlarged, height: 44 * enlarged };
}

/** Web Mercator has north at the top everywhere. */
export function drawNorth(ink: Ink, look: Looked): void {
  const { drawing, medium, theme } = ink;
  const { enlarged } = look;
  const box = northBox(look);
  const [left, top] = [box.left + box.width / 2, box.top + 6 * enlarged];
  const [half, height] = [6 * enlarged, 18 * enlarged];
  const arrow = medium.newPath();
  arrow.moveTo(left, top);
  arrow.lineTo(left + half, top + height);
  arrow.lineTo(left, top + height * 0.75);
  arrow.lineTo(left - half, top + height);
  arrow.closePath();
  drawing.fillStyle = theme.label;
  drawing.strokeStyle = theme.halo;
  drawing.lineWidth = 2 * enlarged;
  drawing.stroke(arrow);
  drawing.fill(arrow);
  const word = printText(ink.language)('north');
  writeLine(ink, word, { x: left, y: top + height + 13 * enlarged, pixels: 11 * enlarged, weight: 600, align: 'center' });
}
