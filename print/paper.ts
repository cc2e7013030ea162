import type { Drawing } from '../web/cartography/drawing.ts';
import type { Size } from '../web/cartography/mercator.ts';
import type { Medium } from '../web/light/draw.ts';

/** Left, top, width and height in pixels of the page, 96 an inch, as on a screen. */
export type Box = { left: number; top: number; width: number; height: number };

/** A page to draw on. */
export type Paper = {
  size: Size;
  /** What a page pixel is in the units the drawings are transformed to. */
  pixelRatio: number;
  medium: Medium;
  /** Draws in a box, its left top corner the origin, in page pixels; nothing leaves the box. */
  within: (box: Box, draw: (drawing: Drawing) => void) => void;
  /** The file, once all is drawn. */
  toBytes: () => Promise<Uint8Array>;
};

/** What a page is called, and the language it is read in. */
export type PaperHead = { size: Size; title: string; language: string };

const PIXELS_PER_MILLIMETER = 96 / 25.4;
const MILLIMETERS = { a4: [210, 297], a3: [297, 420] } as const;

export const PAPERS = ['a4', 'a3'] as const;
export type PaperName = (typeof PAPERS)[number];
export const ORIENTATIONS = ['landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** Size of a sheet in page pixels. */
export function sizeOf(paper: PaperName, orientation: Orientation): Size {
  const [short, long] = MILLIMETERS[paper];
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  return { width: width * PIXELS_PER_MILLIMETER, height: height * PIXELS_PER_MILLIMETER };
}

/** Reads the size and weight of a canvas font such as `600 13px Noto Sans`; every print is written in the same family. */
export function readFont(font: string): { weight: 400 | 600; pixels: number } {
  const [, weight, pixels] = /^(\d+) ([\d.]+)px/.exec(font) ?? [];
  if (pixels === undefined) throw new Error(`the font "${font}" cannot be read`);
  return { weight: weight === '600' ? 600 : 400, pixels: Number(pixels) };
}

/** Where a text of that width starts and where its letters stand, for the place and alignment asked. */
export function startOf(
  { x, y, width }: { x: number; y: number; width: number },
  { textAlign, textBaseline, pixels }: { textAlign: string; textBaseline: string; pixels: number },
): { left: number; base: number } {
  const left = textAlign === 'center' ? x - width / 2 : textAlign === 'right' ? x - width : x;
  // Half the height of a capital letter below the middle.
  return { left, base: textBaseline === 'middle' ? y + pixels * 0.35 : y };
}
