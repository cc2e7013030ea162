import { type Pcode, parsePcode } from '../contracts/pcode.ts';
import { cleanText, withoutProvinceWord } from '../domain/places/clean-text.ts';
import { type BoundaryLayout, type Fields, isWater, textOf } from './layout.ts';

/** Codes of the levels as numbers, beside `HRPCode`: 102 for 0102. */
const NUMBERS: Readonly<Record<number, string>> = { 2: 'PRO_CODE', 4: 'DIS_CODE', 6: 'COM_CODE' };

/**
 * Open Development Cambodia, from the land management project: `HRPCode` "KH010201", `HRName`, `HRParent` "KH0102". Its
 * coordinates are metres of UTM zone 48 north, said in the old `crs` member only.
 */
export const openDevelopment: BoundaryLayout = {
  id: 'open-development',
  name: 'Open Development (HRPCode, HRName)',
  sourceName: 'Open Development',
  source: 'Open Development Cambodia, from the Ministry of Land Management, Urban Planning and Construction',
  licence: 'Not stated by the publisher',
  needsCodes: undefined,
  recognises: (fields) => fields.has('HRPCode') && fields.has('HRName'),
  read(fields) {
    const written = textOf(fields, 'HRPCode');
    const cleaned = cleanText(textOf(fields, 'HRName') ?? '');
    if (isWater(cleaned)) return { kind: 'lake', name: cleaned };
    const pcode = parsePcode(written ?? '');
    const reject = (reason: string) => ({
      kind: 'reject' as const,
      code: pcode ?? written ?? null,
      name: cleaned === '' ? null : cleaned,
      reason,
    });
    if (pcode === undefined || pcode.length > 6) return reject('HRPCode is no code of a province, district or commune');
    if (cleaned === '') return reject('HRName is empty');
    const contradicted = contradictionOf(fields, pcode);
    if (contradicted !== undefined) return reject(contradicted);
    return {
      kind: 'place',
      place: { pcode, nameEn: pcode.length === 2 ? withoutProvinceWord(cleaned) : cleaned, nameKm: '' },
      parents: [],
    };
  },
  validFrom: () => undefined,
};

/** Two fields that state one unit's place must agree; undefined when they do, or when only one is filled. */
function contradictionOf(fields: Fields, pcode: Pcode): string | undefined {
  const parent = parsePcode(textOf(fields, 'HRParent') ?? '');
  if (parent !== undefined && parent !== pcode.slice(0, -2)) return 'HRPCode does not lie in HRParent';
  const column = NUMBERS[pcode.length];
  const number = column === undefined ? undefined : parsePcode((textOf(fields, column) ?? '').replace(/\.0+$/, ''));
  return number !== undefined && number !== pcode ? `HRPCode and ${column} are different codes` : undefined;
}
