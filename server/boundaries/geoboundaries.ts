import { cleanText } from '../domain/places/clean-text.ts';
import { type BoundaryLayout, type Fields, isWater, textOf } from './layout.ts';

/**
 * geoBoundaries: `shapeName` and `shapeID`, neither of which is a place code. Names repeat and are never joined alone,
 * so a file must say which shape has which code.
 */
export const geoBoundaries: BoundaryLayout = {
  id: 'geoboundaries',
  name: 'geoBoundaries (shapeName, shapeID)',
  sourceName: 'geoBoundaries',
  source: 'geoBoundaries gbOpen, Cambodia',
  licence: 'CC BY 4.0',
  needsCodes: 'geoBoundaries shapes carry no place codes; name the file that says which shapeID has which code with --codes FILE',
  recognises: (fields) => fields.has('shapeID') && fields.has('shapeName'),
  read(fields, codes) {
    const shape = textOf(fields, 'shapeID');
    const name = cleanText(textOf(fields, 'shapeName') ?? '');
    if (shape === undefined) return { kind: 'reject', code: null, name: name === '' ? null : name, reason: 'shapeID is empty' };
    const pcode = codes?.codeOf.get(shape);
    if (pcode === undefined && isWater(name)) return { kind: 'lake', name };
    if (pcode === undefined) {
      const reason = 'the codes file has no code for this shapeID; drawn as land without a commune';
      return { kind: 'no-code', code: shape, name: name === '' ? shape : name, reason };
    }
    if (name === '') return { kind: 'reject', code: pcode, name: null, reason: 'shapeName is empty' };
    const [digits, type] = [digitsOf(fields), textOf(fields, 'shapeType')];
    if (pcode.length > 6 || (digits !== undefined && pcode.length !== digits)) {
      return { kind: 'reject', code: pcode, name, reason: `its code in the codes file does not fit a shape of ${type ?? 'boundaries'}` };
    }
    return { kind: 'place', place: { pcode, nameEn: name, nameKm: '' }, parents: [] };
  },
  validFrom: () => undefined,
};

/** Digits that the codes of the shape's own level have: `shapeType` "ADM3" says communes. */
function digitsOf(fields: Fields): number | undefined {
  const number = /^ADM([123])$/.exec(textOf(fields, 'shapeType') ?? '')?.[1];
  return number === undefined ? undefined : Number(number) * 2;
}
