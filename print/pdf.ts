import PDFDocument from 'pdfkit';
import type { TileDrawing } from '../web/cartography/drawing.ts';
import type { Theme } from '../web/cartography/palettes.ts';
import type { Pattern } from '../web/cartography/patterns.ts';
import type { Paper, PaperHead } from './paper.ts';
import { type PatternFill, PdfDrawing } from './pdf-drawing.ts';
import { PdfFonts } from './pdf-fonts.ts';
import { PdfPath } from './pdf-path.ts';

/** Points of a page pixel. */
const RATIO = 72 / 96;

/** A page as a PDF: lines, areas and letters, no picture. */
export function createPdf({ size, title, language }: PaperHead): Paper & { nextPage: () => void } {
  const page = { size: [size.width * RATIO, size.height * RATIO] as [number, number], margin: 0 };
  const document = new PDFDocument({
    ...page,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: CREATOR, Producer: CREATOR },
  });
  const parts: Buffer[] = [];
  document.on('data', (part: Buffer) => parts.push(part));
  const fonts = new PdfFonts(document);
  return {
    size,
    pixelRatio: RATIO,
    medium: { newPath: () => new PdfPath(), toPattern: createTiles(document) },
    within: ({ left, top, width, height }, draw) => {
      const box = { left: left * RATIO, top: top * RATIO, width: width * RATIO, height: height * RATIO };
      document.save().rect(box.left, box.top, box.width, box.height).clip();
      const drawing = new PdfDrawing(document, fonts, box);
      drawing.setTransform(RATIO, 0, 0, RATIO, 0, 0);
      draw(drawing);
      document.restore();
    },
    nextPage: () => void document.addPage(page),
    toBytes: () =>
      new Promise((settle, fail) => {
        document.on('end', () => settle(Buffer.concat(parts)));
        document.on('error', fail);
        document.end();
      }),
  };
}

const CREATOR = 'Safety Net Atlas';

/** Makes each pattern a tile of the document, once. */
function createTiles(document: PDFKit.PDFDocument): (pattern: Pattern, theme: Theme) => PatternFill {
  const made = new Map<string, PatternFill>();
  return (pattern, theme) => {
    const fill = made.get(pattern.name) ?? toTile(document, pattern, theme);
    made.set(pattern.name, fill);
    return fill;
  };
}

/** A tile reaches over its edges, so that lines run on from one to the next without a gap. */
const OVER = 2;

function toTile(document: PDFKit.PDFDocument, pattern: Pattern, theme: Theme): PatternFill {
  const { operators, colour } = recordTile(pattern, theme);
  const side = pattern.size * RATIO;
  const box: [number, number, number, number] = [-OVER * RATIO, -OVER * RATIO, side + OVER * RATIO, side + OVER * RATIO];
  return { pattern: document.pattern(box, side, side, operators), colour };
}

/** The operators of a tile, and the one colour it is drawn in. */
function recordTile(pattern: Pattern, theme: Theme): { operators: string; colour: string } {
  const lines: string[] = [];
  let path = new PdfPath();
  const at = { scale: RATIO, left: 0, top: 0 };
  const tile: TileDrawing = {
    fillStyle: undefined,
    strokeStyle: undefined,
    lineWidth: 1,
    beginPath: () => {
      path = new PdfPath();
    },
    moveTo: (x, y) => path.moveTo(x, y),
    lineTo: (x, y) => path.lineTo(x, y),
    arc: (x, y, radius) => path.arc(x, y, radius),
    fill: () => lines.push(`${path.operators(at)}\nf`),
    stroke: () => lines.push(`${tile.lineWidth * RATIO} w\n${path.operators(at)}\nS`),
  };
  pattern.draw(tile, theme);
  return { operators: lines.join('\n'), colour: String(tile.strokeStyle ?? tile.fillStyle) };
}
