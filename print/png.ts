import { crc32 } from 'node:zlib';
import { createCanvas, DOMMatrix, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import type { Drawing, Path } from '../web/cartography/drawing.ts';
import type { Theme } from '../web/cartography/palettes.ts';
import type { Pattern } from '../web/cartography/patterns.ts';
import type { Face } from './faces.ts';
import { type Box, type Paper, type PaperHead, readFont, startOf } from './paper.ts';
import { toRuns, widthOf } from './shaping.ts';

/** Dots an inch: what printers ask for. */
const DOTS_PER_INCH = 300;
const RATIO = DOTS_PER_INCH / 96;

/** A page as a picture of 300 dots an inch. */
export function createPng({ size }: PaperHead): Paper {
  const canvas = createCanvas(Math.round(size.width * RATIO), Math.round(size.height * RATIO));
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return {
    size,
    pixelRatio: RATIO,
    medium: { newPath: () => new Path2D() as unknown as Path, toPattern: (pattern, theme, units) => toPattern(pattern, theme, units) },
    within: (box, draw) => {
      context.save();
      context.setTransform(RATIO, 0, 0, RATIO, 0, 0);
      context.beginPath();
      context.rect(box.left, box.top, box.width, box.height);
      context.clip();
      const drawing = onCanvas(context, box);
      drawing.setTransform(RATIO, 0, 0, RATIO, 0, 0);
      draw(drawing);
      context.restore();
    },
    toBytes: async () => withDensity(await canvas.encode('png')),
  };
}

/** The context itself, but for texts, which are drawn as the outlines the PDF has too, and for the origin of the box. */
function onCanvas(context: SKRSContext2D, { left, top }: Box): Drawing {
  // Kept here: the context writes a font back in another form than it was given.
  const own: Pick<Drawing, 'font' | 'setTransform' | 'measureText' | 'fillText' | 'strokeText'> = {
    font: '400 12px Noto Sans',
    setTransform: (a, b, c, d, e, f) => context.setTransform(a, b, c, d, e + left * RATIO, f + top * RATIO),
    measureText: (text) => {
      const { weight, pixels } = readFont(own.font);
      return { width: widthOf(text, weight) * pixels };
    },
    fillText: (text, x, y) => context.fill(outline(text, x, y)),
    strokeText: (text, x, y) => context.stroke(outline(text, x, y)),
  };
  const outline = (text: string, x: number, y: number) =>
    toOutline(text, { x, y, font: own.font, textAlign: context.textAlign, textBaseline: context.textBaseline });
  return new Proxy(context, {
    get: (_, name) => {
      const value: unknown = name in own ? Reflect.get(own, name) : Reflect.get(context, name, context);
      return typeof value === 'function' ? value.bind(context) : value;
    },
    set: (_, name, value) => (name === 'font' ? Reflect.set(own, name, value) : Reflect.set(context, name, value, context)),
  }) as unknown as Drawing;
}

const glyphPaths = new Map<string, Path2D>();

function pathOf({ name, font }: Face, id: number): Path2D {
  const key = `${name} ${id}`;
  const path = glyphPaths.get(key) ?? new Path2D(font.glyphToPath(id));
  glyphPaths.set(key, path);
  return path;
}

type Placed = { x: number; y: number; font: string; textAlign: string; textBaseline: string };

function toOutline(text: string, { x, y, font, ...alignment }: Placed): Path2D {
  const { weight, pixels } = readFont(font);
  const { left, base } = startOf({ x, y, width: widthOf(text, weight) * pixels }, { ...alignment, pixels });
  const path = new Path2D();
  let pen = left;
  for (const { face, glyphs, width } of toRuns(text, weight)) {
    const scale = pixels / face.unitsPerEm;
    for (const glyph of glyphs)
      path.addPath(pathOf(face, glyph.id), new DOMMatrix([scale, 0, 0, -scale, pen + glyph.x * pixels, base - glyph.y * pixels]));
    pen += width * pixels;
  }
  return path;
}

/** Dots of a pattern's tile for each of its pixels: as sharp as the page. */
const DENSITY = 4;

function toPattern(pattern: Pattern, theme: Theme, units: number): unknown {
  const tile = createCanvas(pattern.size * DENSITY, pattern.size * DENSITY);
  const drawing = tile.getContext('2d');
  drawing.scale(DENSITY, DENSITY);
  pattern.draw(drawing as unknown as Drawing, theme);
  const made = drawing.createPattern(tile, 'repeat');
  if (made === null) throw new Error(`the pattern ${pattern.name} cannot be drawn`);
  made.setTransform(new DOMMatrix().scale(units / DENSITY));
  return made;
}

const SIGNATURE_AND_HEAD = 33;

/** The same picture, saying how many dots an inch it has: the chunk `pHYs` counts them by the metre. */
function withDensity(png: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(21);
  const perMeter = Math.round(DOTS_PER_INCH / 0.0254);
  chunk.writeUInt32BE(9, 0);
  chunk.write('pHYs', 4, 'latin1');
  chunk.writeUInt32BE(perMeter, 8);
  chunk.writeUInt32BE(perMeter, 12);
  chunk.writeUInt8(1, 16);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 17)), 17);
  return Buffer.concat([png.subarray(0, SIGNATURE_AND_HEAD), chunk, png.subarray(SIGNATURE_AND_HEAD)]);
}
