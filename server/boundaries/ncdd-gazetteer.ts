import { levelOf, type Pcode, parsePcode } from '../contracts/pcode.ts';
import type { PlaceType } from '../contracts/place.ts';
import { cleanText, withoutProvinceWord } from '../domain/places/clean-text.ts';
import { type Fields, type Reading, type SourceFacts, textOf } from './layout.ts';

const TYPES: Readonly<Record<string, PlaceType>> = {
  ខេត្ត: 'province',
  រាជធានី: 'municipality-province',
  ស្រុក: 'district',
  ក្រុង: 'municipality',
  ខណ្ឌ: 'khan',
  ឃុំ: 'commune',
  សង្កាត់: 'sangkat',
  ភូមិ: 'village',
};
const LEVEL_OF_TYPE: Readonly<Record<PlaceType, ReturnType<typeof levelOf>>> = {
  province: 'province',
  'municipality-province': 'province',
  district: 'district',
  municipality: 'district',
  khan: 'district',
  commune: 'commune',
  sangkat: 'commune',
  village: 'village',
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Official gazetteer: one workbook a province; type in Khmer, code without its leading zero, names in both scripts. */
export const ncddGazetteer: SourceFacts & {
  id: string;
  name: string;
  recognises(fields: ReadonlySet<string>): boolean;
  read(fields: Fields): Reading;
  /** Day the file name states, such as "Gazetteer_BMC_14_Sep_2025.xlsx". */
  validFrom(fileName: string): string | undefined;
} = {
  id: 'ncdd-gazetteer',
  name: 'NCDD gazetteer (Type, Code, Name (Khmer), Name (Latin))',
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
    const type = TYPES[typeKm];
    if (type === undefined) return reject(`Type "${typeKm}" is not known`);
    if (LEVEL_OF_TYPE[type] !== levelOf(pcode)) return reject(`Type ${typeKm} does not fit a code of ${pcode.length} digits`);
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
