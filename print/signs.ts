import type { BorderCountry, CrossingStatus, WorkshopType } from '@atlas/server/contracts';
import { crossingSign, SIGN_SIZE, workshopSign } from '../web/cartography/signs.ts';
import type { Ink } from './ink.ts';
import { addSign } from './sign-path.ts';

/** Where the middle of a sign lies, in pixels of the page, and how much larger than on a laptop it is. */
type At = { x: number; y: number; enlarged: number };

type Drawn = Pick<Ink, 'drawing' | 'medium' | 'theme'>;

/** Draws the sign of a type of workshop, as the map has it. */
export function drawWorkshopSign({ drawing, medium, theme }: Drawn, type: WorkshopType | 'several', at: At): void {
  const { path: written, fill } = workshopSign(type);
  const path = medium.newPath();
  addSign(path, written, cornerOf(at));
  drawing.lineJoin = 'round';
  drawing.fillStyle = fill ? theme.workshopEdge : theme.workshop;
  drawing.strokeStyle = theme.workshopEdge;
  drawing.lineWidth = 1.4 * at.enlarged;
  drawing.fill(path);
  drawing.stroke(path);
}

/** Draws the sign of a crossing: its country by colour, its status by form. */
export function drawCrossingSign(
  { drawing, medium, theme }: Drawn,
  crossing: { country: BorderCountry; status: CrossingStatus },
  at: At,
): void {
  const { fill, edge, mark } = crossingSign(crossing.country, crossing.status, theme);
  const disc = medium.newPath();
  disc.arc(at.x, at.y, 4.8 * at.enlarged, 0, 2 * Math.PI);
  const stroke = (colour: string, width: number, path = disc) => {
    drawing.strokeStyle = colour;
    drawing.lineWidth = width * at.enlarged;
    drawing.stroke(path);
  };
  stroke(theme.casing, 4);
  drawing.fillStyle = fill;
  drawing.fill(disc);
  stroke(edge, 1.8);
  if (mark === '') return;
  const bar = medium.newPath();
  addSign(bar, mark, cornerOf(at));
  stroke(theme.casing, 1.8, bar);
}

function cornerOf({ x, y, enlarged }: At): { x: number; y: number; scale: number } {
  const half = (SIGN_SIZE / 2) * enlarged;
  return { x: x - half, y: y - half, scale: enlarged };
}
