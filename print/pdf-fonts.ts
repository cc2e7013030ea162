import type { Face } from './faces.ts';
import type { Glyph } from './shaping.ts';

type Document = PDFKit.PDFDocument;

/** Fonts of a document by name: each whole file is embedded when the first word is written in it. */
export class PdfFonts {
  readonly #document: Document;
  readonly #known = new Map<Face, { name: string; font: unknown }>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** Name of the face in the resources of the page that is written on. */
  nameOf(face: Face): string {
    const { name, font } = this.#known.get(face) ?? { name: `T${this.#known.size + 1}`, font: embed(this.#document, face) };
    this.#known.set(face, { name, font });
    this.#document.page.fonts[name] = font;
    return name;
  }
}

/** How far a glyph moves on by itself, in em. */
export function advanceOf({ font, unitsPerEm }: Face, id: number): number {
  return font.glyphHAdvance(id) / unitsPerEm;
}

/** What a reader gets who copies these glyphs without being told the text: one letter a glyph, nothing for the others. */
export function lettersOf(face: Face, glyphs: readonly Glyph[]): string {
  const letters = lettersByGlyph(face);
  return glyphs.map(({ id }) => letters.get(id) ?? '').join('');
}

const known = new WeakMap<Face, ReadonlyMap<number, string>>();

function lettersByGlyph(face: Face): ReadonlyMap<number, string> {
  const made =
    known.get(face) ??
    new Map([...face.font.face.collectUnicodes()].map((code) => [face.font.nominalGlyph(code) ?? 0, String.fromCodePoint(code)]));
  known.set(face, made);
  return made;
}

/** Writes a composite font whose codes are the numbers of its glyphs. */
function embed(document: Document, face: Face): unknown {
  const { name, sfnt, unitsPerEm, table } = face;
  const inThousandths = (units: number) => Math.round((units * 1000) / unitsPerEm);
  const [head, lines] = [table('head'), table('hhea')];
  const file = finished(document, { Length1: sfnt.length }, sfnt);
  const descriptor = finished(document, {
    Type: 'FontDescriptor',
    FontName: name,
    Flags: 4,
    FontBBox: [36, 38, 40, 42].map((at) => inThousandths(head.getInt16(at))),
    ItalicAngle: 0,
    Ascent: inThousandths(lines.getInt16(4)),
    Descent: inThousandths(lines.getInt16(6)),
    CapHeight: 714,
    StemV: face.weight === 600 ? 120 : 80,
    FontFile2: file,
  });
  const count = table('maxp').getUint16(4);
  const glyphs = finished(document, {
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: text('Adobe'), Ordering: text('Identity'), Supplement: 0 },
    FontDescriptor: descriptor,
    W: [0, Array.from({ length: count }, (_, id) => inThousandths(face.font.glyphHAdvance(id)))],
    CIDToGIDMap: 'Identity',
  });
  return finished(document, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: name,
    Encoding: 'Identity-H',
    DescendantFonts: [glyphs],
    ToUnicode: finished(document, {}, Buffer.from(toUnicodeMap(lettersByGlyph(face)))),
  });
}

function finished(document: Document, dictionary: object, content?: Uint8Array) {
  const reference = document.ref(dictionary);
  reference.end(content === undefined ? undefined : Buffer.from(content));
  return reference;
}

/** A string of the document; plain ones are names. */
function text(written: string): unknown {
  return Object(written);
}

const MOST_IN_A_BLOCK = 100;

function toUnicodeMap(letters: ReadonlyMap<number, string>): string {
  const lines = [...letters].map(([id, letter]) => `<${inHex(id)}> <${Buffer.from(letter, 'utf16le').swap16().toString('hex')}>`);
  const blocks = Array.from({ length: Math.ceil(lines.length / MOST_IN_A_BLOCK) }, (_, index) =>
    lines.slice(index * MOST_IN_A_BLOCK, (index + 1) * MOST_IN_A_BLOCK),
  );
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks.flatMap((block) => [`${block.length} beginbfchar`, ...block, 'endbfchar']),
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

/** Four hexadecimal digits of a glyph. */
export function inHex(id: number): string {
  return id.toString(16).padStart(4, '0');
}
