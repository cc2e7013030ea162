import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { LIGHT } from '../../web/cartography/palettes.ts';

/** Which pixels of a picture hold ink of one colour, row by row: 1 or 0. */
type Ink = { width: number; height: number; isInk: Uint8Array };

/** A colour `#rrggbb`, and how far each of its channels may be off it, 0 to 255: the edges of letters are paler than their core. */
type InkColour = { colour: string; within: number };

/** The ink of names, to where half of a pixel is covered. */
export const NAME_INK: InkColour = { colour: LIGHT.label, within: 100 };

/** The pixels of a picture that have a colour, read by the browser itself on a page that nothing forbids. */
export async function inkOf(page: Page, picture: Buffer, ink: InkColour): Promise<Ink> {
  const blank = await page.context().newPage();
  const url = `data:image/png;base64,${picture.toString('base64')}`;
  const { width, height, marks } = await blank.evaluate(readInk, { url, ...ink }).finally(() => blank.close());
  return { width, height, isInk: Uint8Array.from(marks, Number) };
}

/** Runs inside a page. */
async function readInk({ url, colour, within }: InkColour & { url: string }): Promise<{ width: number; height: number; marks: string }> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas to read the picture with');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const wanted = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  let marks = '';
  for (let index = 0; index < data.length; index += 4) {
    marks += wanted.every((value, channel) => Math.abs((data[index + channel] ?? 0) - value) <= within) ? '1' : '0';
  }
  return { width: image.width, height: image.height, marks };
}

const FONTS = new URL('../../web/node_modules/@fontsource/', import.meta.url);
const KHMER_BOLD = new URL('noto-sans-khmer/files/noto-sans-khmer-khmer-600-normal.woff2', FONTS);

/** Ink of a text in the bold Khmer letters of the map, as the browser itself sets it; parts given apart are set apart. */
export async function writtenInk(page: Page, parts: readonly string[], pixels: number): Promise<Ink> {
  const blank = await page.context().newPage();
  try {
    const font = readFileSync(KHMER_BOLD).toString('base64');
    await blank.setContent(`
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <style>
        @font-face { font-family: Letters; font-weight: 600; src: url(data:font/woff2;base64,${font}) }
        div { background: #fff; color: ${NAME_INK.colour}; font: 600 ${pixels}px/3 Letters; width: max-content }
        span { display: inline-block; white-space: pre }
      </style>
      <div>${parts.map((part) => `<span>${part}</span>`).join('')}</div>`);
    await blank.evaluate(() => document.fonts.load('600 20px Letters', 'ក'));
    return cropped(await inkOf(page, await blank.locator('div').screenshot(), NAME_INK));
  } finally {
    await blank.close();
  }
}

/** The picture without its empty edges. */
function cropped({ width, isInk }: Ink): Ink {
  const spots = [...isInk].flatMap((ink, index) => (ink === 1 ? [{ x: index % width, y: Math.floor(index / width) }] : []));
  const [xs, ys] = [spots.map(({ x }) => x), spots.map(({ y }) => y)];
  if (spots.length === 0) throw new Error('nothing is written');
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const size = { width: Math.max(...xs) - left + 1, height: Math.max(...ys) - top + 1 };
  const cut = new Uint8Array(size.width * size.height);
  for (const { x, y } of spots) cut[(y - top) * size.width + x - left] = 1;
  return { ...size, isInk: cut };
}

/**
 * How well a written shape is found somewhere in a picture, 0 to 1: the ink both have over the ink either has, where they
 * lie on each other best. Ink of the picture around the shape counts as well, so that a shape is not found in a larger one.
 */
export function shapeFound(picture: Ink, shape: Ink): number {
  const sums = summed(picture);
  const offsets = [...shape.isInk].flatMap((ink, index) =>
    ink === 1 ? [Math.floor(index / shape.width) * picture.width + (index % shape.width)] : [],
  );
  let best = 0;
  for (let y = MARGIN; y + shape.height + MARGIN <= picture.height; y += 1) {
    for (let x = MARGIN; x + shape.width + MARGIN <= picture.width; x += 1) {
      const start = y * picture.width + x;
      let both = 0;
      for (const offset of offsets) both += picture.isInk[start + offset] ?? 0;
      const around = sumWithin(sums, picture.width, [x - MARGIN, y - MARGIN, x + shape.width + MARGIN, y + shape.height + MARGIN]);
      best = Math.max(best, both / (offsets.length + around - both));
    }
  }
  return best;
}

/** Pixels around a shape whose ink counts. */
const MARGIN = 2;

/** Ink above and to the left of each corner of a pixel. */
function summed({ width, height, isInk }: Ink): Int32Array {
  const sums = new Int32Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (column: number, row: number) => sums[row * (width + 1) + column] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (isInk[y * width + x] ?? 0) + at(x + 1, y) + at(x, y + 1) - at(x, y);
    }
  }
  return sums;
}

function sumWithin(sums: Int32Array, width: number, [left, top, right, bottom]: [number, number, number, number]): number {
  const at = (column: number, row: number) => sums[row * (width + 1) + column] ?? 0;
  return at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top);
}
