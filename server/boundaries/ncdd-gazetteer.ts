import { type Pcode, parsePcode } from '../contracts/pcode.ts';
import { cleanText, withoutProvinceWord } from '../domain/places/clean-text.ts';
import { type Fields, type GazetteerLayout, type Reading, textOf } from './layout.ts';
import { isPlaceType, placeTypeOf } from './place-types.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Official gazetteer: one workbook a province; type in Khmer, code without its leading zero, names in both scripts. */
export const ncddGazetteer: GazetteerLayout = {
  id: 'ncdd-gazetteer',
  name: 'NCDD gazetteer (Type, Code, Name (Khmer), Name (Latin))',
  sourceName: undefined,
  source: 'Gazetteer of the National Committee for Sub-National Democratic Development, Ministry of Interior of Cambodia',
  licence: 'Government publication',
  recognises: (fields) => ['Type', 'Code', 'Name (Khmer)', 'Name (Latin)'].every((name) => fields.has(name)),
  read(fields) {
    const written = textOf(fields, 'Code');
    const pcode = parsePcode(written ?? '');
    const [nameKm, nameLatin] = [nameIn(fields, 'Name (Khmer)', pcode), nameIn(fields, 'Name (Latin)', pcode)];
    const reject = (reason: string): Reading => ({
      kind: 'reject',
      code: pcode ?? written ?? null,
      name: nameLatin ?? nameKm ?? null,
      reason,
    });
    if (pcode === undefined) return reject('Code is no place code');
    const typeKm = cleanText(textOf(fields, 'Type') ?? '');
    if (!isPlaceType(typeKm)) return reject(`Type "${typeKm}" is not known`);
    const type = placeTypeOf(typeKm, pcode);
    if (type === undefined) return reject(`Type ${typeKm} does not fit a code of ${pcode.length} digits`);
    if (nameKm === undefined && nameLatin === undefined) return reject('both names are empty');
    return { kind: 'place', place: { pcode, nameEn: nameLatin ?? '', nameKm: nameKm ?? '', type }, parents: [] };
  },
  validFrom(fileName) {
    const [, day = '', monthName = '', year] = /(\d{1,2})[_ -]([A-Za-z]{3})[a-z]*[_ -]((?:19|20)\d{2})/.exec(fileName) ?? [];
    const month = MONTHS.indexOf(monthName.toLowerCase()) + 1;
    if (year === undefined || month === 0) return undefined;
    return `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  },
};

function nameIn(fields: Fields, column: string, pcode: Pcode | undefined): string | undefined {
  const name = cleanText(textOf(fields, column) ?? '');
  if (name === '') return undefined;
  return pcode?.length === 2 ? withoutProvinceWord(name) : name;
}
