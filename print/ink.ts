import type { Drawing } from '../web/cartography/drawing.ts';
import type { Theme } from '../web/cartography/palettes.ts';
import type { Medium } from '../web/light/draw.ts';
import type { Language } from '../web/view.ts';
import { toLines } from './lines.ts';
import type { Box } from './paper.ts';
import type { Pixel } from './pixels.ts';

/** What is written and drawn with on a page. */
export type Ink = { drawing: Drawing; medium: Medium; language: Language; theme: Theme };

export type Letters = { pixels: number; weight?: 400 | 600; colour?: string; align?: 'left' | 'right' | 'center' };

/** Writes one line; `y` is where its letters stand. */
export function writeLine({ drawing, theme }: Ink, text: string, { x, y, ...letters }: Letters & { x: number; y: number }): void {
  drawing.font = fontOf(letters);
  drawing.textAlign = letters.align ?? 'left';
  drawing.textBaseline = 'alphabetic';
  drawing.fillStyle = letters.colour ?? theme.label;
  drawing.fillText(text, x, y);
}

/** Writes a paragraph from a height downwards and returns the height below it. */
export function writeParagraph(
  ink: Ink,
  text: string,
  { x, y, width, ...letters }: Letters & { x: number; y: number; width: number },
): number {
  const step = lineHeight(ink, letters.pixels);
  const lines = linesOf(ink, text, { width, ...letters });
  const left = letters.align === 'right' ? x + width : x;
  for (const [index, line] of lines.entries()) writeLine(ink, line, { x: left, y: y + step * index + letters.pixels * RISE, ...letters });
  return y + step * lines.length;
}

/** Of a line's height, what lies above the feet of its letters: Khmer reaches high. */
const RISE = 1.08;

/** Khmer has signs above and below its letters. */
export function lineHeight({ language }: Pick<Ink, 'language'>, pixels: number): number {
  return pixels * (language === 'km' ? 1.62 : 1.38);
}

export function widthOfLine({ drawing }: Ink, text: string, letters: Letters): number {
  drawing.font = fontOf(letters);
  return drawing.measureText(text).width;
}

function linesOf(ink: Ink, text: string, { width, ...letters }: Letters & { width: number }): string[] {
  return toLines(text, width, { language: ink.language, measure: (part) => widthOfLine(ink, part, letters) });
}

function fontOf({ pixels, weight = 400 }: Letters): string {
  return `${weight} ${pixels}px Noto Sans`;
}

/** Fills a box and draws its edge, either only where a colour is named. */
export function drawBox(
  { drawing, medium }: Ink,
  box: Box,
  { fill, edge, width = 1, dashes = [] }: { fill?: unknown; edge?: string; width?: number; dashes?: number[] },
): void {
  const path = medium.newPath();
  path.moveTo(box.left, box.top);
  path.lineTo(box.left + box.width, box.top);
  path.lineTo(box.left + box.width, box.top + box.height);
  path.lineTo(box.left, box.top + box.height);
  path.closePath();
  if (fill !== undefined) {
    drawing.fillStyle = fill;
    drawing.fill(path);
  }
  if (edge === undefined) return;
  drawing.strokeStyle = edge;
  drawing.lineWidth = width;
  drawing.lineJoin = 'miter';
  drawing.setLineDash(dashes);
  drawing.stroke(path);
  drawing.setLineDash([]);
}

/** Fills a shape of corners in page pixels. */
export function fillShape({ drawing, medium }: Pick<Ink, 'drawing' | 'medium'>, corners: readonly Pixel[], colour: string): void {
  const path = medium.newPath();
  for (const [index, [x, y]] of corners.entries()) {
    if (index === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  }
  path.closePath();
  drawing.fillStyle = colour;
  drawing.fill(path);
}

/** Draws a straight line. */
export function drawRule(
  { drawing, medium }: Ink,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  { colour, width, dashes = [] }: { colour: string; width: number; dashes?: number[] },
): void {
  const path = medium.newPath();
  path.moveTo(x1, y1);
  path.lineTo(x2, y2);
  drawing.strokeStyle = colour;
  drawing.lineWidth = width;
  drawing.setLineDash(dashes);
  drawing.stroke(path);
  drawing.setLineDash([]);
}
