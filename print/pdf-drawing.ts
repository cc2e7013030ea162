import type { Drawing } from '../web/cartography/drawing.ts';
import { type Box, readFont, startOf } from './paper.ts';
import { advanceOf, inHex, lettersOf, type PdfFonts } from './pdf-fonts.ts';
import { type Edges, PdfPath, round, type Transform } from './pdf-path.ts';
import { type Run, toRuns, widthOf } from './shaping.ts';

/** How a pattern fills: the tile, and the colour its lines have. */
export type PatternFill = { pattern: PDFKit.PDFTilingPattern; colour: string };

/** Points: half of it reaches into a box from a line outside. */
const WIDEST_LINE = 10;

/** A part of a page of a PDF as a canvas: everything stays lines, areas and letters. */
export class PdfDrawing implements Drawing {
  fillStyle: unknown = '#000000';
  strokeStyle: unknown = '#000000';
  lineWidth = 1;
  lineJoin = 'miter';
  lineCap = 'butt';
  globalAlpha = 1;
  font = '400 12px Noto Sans';
  textAlign = 'left';
  textBaseline = 'alphabetic';
  readonly #document: PDFKit.PDFDocument;
  readonly #fonts: PdfFonts;
  readonly #box: Box;
  readonly #seen: Edges;
  #transform: Transform = { scale: 1, left: 0, top: 0 };
  #path = new PdfPath();
  #dashes: readonly number[] = [];

  /** `box` in points; nothing is seen outside of it. */
  constructor(document: PDFKit.PDFDocument, fonts: PdfFonts, box: Box) {
    this.#document = document;
    this.#fonts = fonts;
    this.#box = box;
    const { left, top, width, height } = box;
    this.#seen = [left - WIDEST_LINE, top - WIDEST_LINE, left + width + WIDEST_LINE, top + height + WIDEST_LINE];
  }

  setTransform(scale: number, _b: number, _c: number, _d: number, left: number, top: number): void {
    this.#transform = { scale, left: left + this.#box.left, top: top + this.#box.top };
  }

  setLineDash(segments: readonly number[]): void {
    this.#dashes = segments;
  }

  save(): void {
    this.#document.save();
  }

  restore(): void {
    this.#document.restore();
  }

  clip(path: PdfPath): void {
    this.#document.addContent(`${path.operators(this.#transform)}\nW n`);
  }

  beginPath(): void {
    this.#path = new PdfPath();
  }

  moveTo(x: number, y: number): void {
    this.#path.moveTo(x, y);
  }

  lineTo(x: number, y: number): void {
    this.#path.lineTo(x, y);
  }

  arc(x: number, y: number, radius: number): void {
    this.#path.arc(x, y, radius);
  }

  fillRect(left: number, top: number, width: number, height: number): void {
    const path = new PdfPath();
    path.moveTo(left, top);
    path.lineTo(left + width, top);
    path.lineTo(left + width, top + height);
    path.lineTo(left, top + height);
    path.closePath();
    this.fill(path);
  }

  fill(path: PdfPath = this.#path): void {
    this.#useFill();
    this.#document.addContent(`${path.operators(this.#transform, this.#seen)}\nf`);
  }

  stroke(path: PdfPath = this.#path): void {
    this.#useStroke();
    this.#document.addContent(`${path.operators(this.#transform, this.#seen)}\nS`);
  }

  measureText(text: string): { width: number } {
    const { weight, pixels } = readFont(this.font);
    return { width: widthOf(text, weight) * pixels };
  }

  fillText(text: string, x: number, y: number): void {
    this.#useFill();
    this.#write(text, { x, y, mode: 0 });
  }

  /** The halo of a text that is written over it: it says nothing a second time to whoever copies the text. */
  strokeText(text: string, x: number, y: number): void {
    this.#useStroke();
    this.#document.addContent('/Span << /ActualText () >> BDC');
    this.#write(text, { x, y, mode: 1 });
    this.#document.addContent('EMC');
  }

  #useFill(): void {
    const fill = this.fillStyle;
    if (typeof fill === 'string') this.#document.fillColor(fill, this.globalAlpha);
    else if (isPatternFill(fill)) this.#document.fillColor([fill.pattern, fill.colour]);
  }

  #useStroke(): void {
    if (typeof this.strokeStyle === 'string') this.#document.strokeColor(this.strokeStyle, 1);
    const [join, cap] = [this.lineJoin === 'round' ? 'round' : 'miter', this.lineCap === 'round' ? 'round' : 'butt'] as const;
    this.#document
      .lineWidth(round(this.lineWidth * this.#transform.scale * 10) / 10)
      .lineJoin(join)
      .lineCap(cap)
      .addContent(`[${this.#dashes.map((length) => round(length * this.#transform.scale)).join(' ')}] 0 d`);
  }

  #write(text: string, { x, y, mode }: { x: number; y: number; mode: 0 | 1 }): void {
    const { weight, pixels } = readFont(this.font);
    const { textAlign, textBaseline } = this;
    const { left, base } = startOf({ x, y, width: widthOf(text, weight) * pixels }, { textAlign, textBaseline, pixels });
    const { scale, left: moved, top } = this.#transform;
    let pen = left;
    for (const run of toRuns(text, weight)) {
      const size = round(pixels * scale);
      const at = `${size} 0 0 ${-size} ${round(pen * scale + moved)} ${round(base * scale + top)}`;
      const operators = `BT\n${mode} Tr\n/${this.#fonts.nameOf(run.face)} 1 Tf\n${at} Tm\n${glyphOperators(run)}\nET`;
      this.#say(run, operators, mode);
      pen += run.width * pixels;
    }
  }

  /** Where glyphs and letters are not one to one, as in Khmer, the text itself stands beside them. */
  #say({ face, glyphs, text }: Run, operators: string, mode: 0 | 1): void {
    if (mode === 1 || (!face.isKhmer && lettersOf(face, glyphs) === text)) this.#document.addContent(operators);
    else this.#document.markContent('Span', { actual: text }).addContent(operators).endMarkedContent();
  }
}

function isPatternFill(fill: unknown): fill is PatternFill {
  return typeof fill === 'object' && fill !== null && 'pattern' in fill;
}

/** Shows the glyphs of a run, each moved to where the shaping puts it. */
function glyphOperators({ face, glyphs }: Run): string {
  let [pen, rise, shown] = [0, 0, ''];
  const lines: string[] = [];
  const end = () => {
    if (shown !== '') lines.push(`[${shown}] TJ`);
    shown = '';
  };
  for (const { id, x, y } of glyphs) {
    if (Math.abs(y - rise) > 0.0005) {
      end();
      lines.push(`${y.toFixed(4)} Ts`);
      rise = y;
    }
    const back = Math.round((pen - x) * 1000);
    shown += `${back === 0 ? '' : back}<${inHex(id)}>`;
    pen = x + advanceOf(face, id);
  }
  end();
  if (rise !== 0) lines.push('0 Ts');
  return lines.join('\n');
}
