import { parsePcode } from '../contracts/pcode.ts';
import { cleanText } from '../domain/places/clean-text.ts';
import { type BoundaryLayout, isWater, textOf } from './layout.ts';

/** Communes simplified by hand: `COM_CODE` 10201 without its zero, `COM_NAME` cut after 19 characters with a "*" behind. */
export const simplifiedByHand: BoundaryLayout = {
  id: 'simplified-by-hand',
  name: 'communes simplified by hand (COM_CODE, COM_NAME)',
  sourceName: 'simplified by hand',
  source: 'Commune boundaries of Cambodia, simplified by hand',
  licence: 'Not stated by the publisher',
  needsCodes: undefined,
  recognises: (fields) => fields.has('COM_CODE') && fields.has('COM_NAME'),
  read(fields) {
    const written = textOf(fields, 'COM_CODE');
    const name = cleanText(textOf(fields, 'COM_NAME') ?? '');
    if (isWater(name)) return { kind: 'lake', name };
    const pcode = parsePcode((written ?? '').replace(/\.0+$/, ''));
    if (pcode === undefined || pcode.length !== 6) {
      return { kind: 'reject', code: written ?? null, name: name === '' ? null : name, reason: 'COM_CODE is no code of a commune' };
    }
    if (name === '') return { kind: 'reject', code: pcode, name: null, reason: 'COM_NAME is empty' };
    if (!name.endsWith('*')) return { kind: 'place', place: { pcode, nameEn: name, nameKm: '' }, parents: [] };
    const place = { pcode, nameEn: `${name.slice(0, -1).trim()}…`, nameKm: '' };
    return { kind: 'place', place, parents: [], note: 'its name is cut in the file and ends in "…" here' };
  },
  validFrom: () => undefined,
};
