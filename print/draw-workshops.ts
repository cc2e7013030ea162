import { formatNumber } from '../web/cartography/format.ts';
import type { WorkshopsAt } from '../web/cartography/workshops.ts';
import { type Ink, writeLine } from './ink.ts';
import type { Pixel } from './pixels.ts';
import { drawWorkshopSign } from './signs.ts';

/** Signs at one commune, or close ones gathered to their middle, in pixels of the page. */
export type Gathered = { x: number; y: number; events: number; signs: readonly WorkshopsAt[] };

/** Closer than so many pixels signs are gathered, up to this zoom, as on the screen. */
const GATHERED_WITHIN = 42;
const LAST_GATHERED_ZOOM = 9;

type Placed = { pixelOf: (lng: number, lat: number) => Pixel; zoom: number; enlarged: number };

/** The signs of workshops where they are drawn: those with most events gather what lies close to them. */
export function gatherWorkshops(signs: readonly WorkshopsAt[], { pixelOf, zoom, enlarged }: Placed): Gathered[] {
  const within = zoom - Math.log2(enlarged) <= LAST_GATHERED_ZOOM ? GATHERED_WITHIN * enlarged : 0;
  let left = signs.map((sign) => ({ sign, at: pixelOf(sign.lng, sign.lat) })).toSorted((a, b) => b.sign.events - a.sign.events);
  const gathered: Gathered[] = [];
  for (let [first] = left; first !== undefined; [first] = left) {
    const { sign: taken, at } = first;
    const near = left.filter(({ sign, at: [x, y] }) => sign === taken || Math.hypot(x - at[0], y - at[1]) < within);
    left = left.filter((other) => !near.includes(other));
    const events = near.reduce((sum, { sign }) => sum + sign.events, 0);
    const middle = (axis: 0 | 1) => near.reduce((sum, { sign, at: point }) => sum + point[axis] * sign.events, 0) / events;
    gathered.push({ x: middle(0), y: middle(1), events, signs: near.map(({ sign }) => sign) });
  }
  return gathered;
}

/** Radius in pixels of the circle that stands for gathered signs. */
export function radiusOfGathered(events: number): number {
  return 7.5 + 5.5 * Math.min(1, Math.max(0, (events - 2) / 78));
}

/** Draws signs of workshops with their number of events. */
export function drawWorkshops(ink: Ink, gathered: readonly Gathered[], enlarged: number): void {
  for (const { x, y, events, signs } of gathered) {
    const [only] = signs;
    const count = formatNumber(ink.language, events);
    if (signs.length > 1) drawGathered(ink, { x, y, events, enlarged });
    else if (only !== undefined) {
      drawWorkshopSign(ink, only.sign, { x, y, enlarged });
      if (events > 1) writeHalo(ink, count, { x: x + 9.5 * enlarged, y: y - 4 * enlarged, pixels: 10 * enlarged });
    }
  }
}

/** A circle with the number of workshops close together. */
export function drawGathered(
  ink: Ink,
  {
    x,
    y,
    events,
    enlarged,
    count = formatNumber(ink.language, events),
  }: { x: number; y: number; events: number; enlarged: number; count?: string },
): void {
  const { drawing, medium, theme } = ink;
  const circle = medium.newPath();
  circle.arc(x, y, radiusOfGathered(events) * enlarged, 0, 2 * Math.PI);
  drawing.fillStyle = theme.workshop;
  drawing.fill(circle);
  drawing.strokeStyle = theme.workshopEdge;
  drawing.lineWidth = 1.3 * enlarged;
  drawing.stroke(circle);
  writeLine(ink, count, { x, y: y + 3.7 * enlarged, pixels: 10.5 * enlarged, weight: 600, align: 'center' });
}

function writeHalo(ink: Ink, text: string, { x, y, pixels }: { x: number; y: number; pixels: number }): void {
  const { drawing, theme } = ink;
  drawing.font = `600 ${pixels}px Noto Sans`;
  drawing.textAlign = 'left';
  drawing.textBaseline = 'alphabetic';
  drawing.strokeStyle = theme.halo;
  drawing.lineWidth = pixels * 0.28;
  drawing.lineJoin = 'round';
  drawing.strokeText(text, x, y);
  drawing.fillStyle = theme.label;
  drawing.fillText(text, x, y);
}
