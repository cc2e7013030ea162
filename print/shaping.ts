import { Buffer, shape } from 'harfbuzzjs';
import { FACES, type Face, type Weight } from './faces.ts';

/** A drawn glyph: where it stands from the start of its run, x to the right and y upwards, and how far it moves on; in em. */
export type Glyph = { id: number; x: number; y: number; advance: number };
/** Text of one face and without a space inside, shaped; its width in em. */
export type Run = { face: Face; text: string; glyphs: readonly Glyph[]; width: number };

/** Khmer letters, and the marks without a width that stand between them. */
const KHMER = /[\u1780-\u17ff\u19e0-\u19ff]/;
const JOINERS = /[\u200b-\u200d]/;

const shaped = new Map<string, readonly Run[]>();

/** Shapes a line of text: vowels and subscripts of Khmer where they belong. */
export function toRuns(text: string, weight: Weight): readonly Run[] {
  const key = `${weight}${text}`;
  const known = shaped.get(key) ?? pieces(text, weight).map(toRun);
  shaped.set(key, known);
  return known;
}

/** Width of a line of text in em. */
export function widthOf(text: string, weight: Weight): number {
  return toRuns(text, weight).reduce((sum, { width }) => sum + width, 0);
}

type Piece = { face: Face; text: string };

/** The text cut where its script changes and after each space, so that a run is a word. */
function pieces(text: string, weight: Weight): Piece[] {
  const faces = FACES.filter((face) => face.weight === weight);
  const made: Piece[] = [];
  for (const letter of text) {
    const last = made.at(-1);
    const face = last !== undefined && JOINERS.test(letter) ? last.face : faceOf(letter, faces);
    if (last === undefined || last.face !== face || last.text.endsWith(' ')) made.push({ face, text: letter });
    else last.text += letter;
  }
  return made;
}

function faceOf(letter: string, faces: readonly Face[]): Face {
  const code = letter.codePointAt(0) ?? 0;
  const isKhmer = KHMER.test(letter);
  const fitting = faces.filter((face) => face.isKhmer === isKhmer);
  const face = fitting.find(({ font }) => font.nominalGlyph(code) !== undefined) ?? fitting[0];
  if (face === undefined) throw new Error('there is no font');
  return face;
}

function toRun({ face, text }: Piece): Run {
  const buffer = new Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(face.font, buffer);
  const infos = buffer.getGlyphInfos();
  const em = face.unitsPerEm;
  let pen = 0;
  const glyphs = buffer.getGlyphPositions().map(({ xAdvance, xOffset, yOffset }, index): Glyph => {
    const glyph = { id: infos[index]?.codepoint ?? 0, x: (pen + xOffset) / em, y: yOffset / em, advance: xAdvance / em };
    pen += xAdvance;
    return glyph;
  });
  return { face, text, glyphs, width: pen / em };
}
