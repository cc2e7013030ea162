import { parsePcode } from '../contracts/pcode.ts';
import { cleanText, withoutProvinceWord } from '../domain/places/clean-text.ts';
import { type BoundaryLayout, type Fields, isWater, type NamedPlace, textOf } from './layout.ts';

/** Admin levels as the layout numbers them, finest first. */
const NUMBERS = [3, 2, 1] as const;

/** Common operational dataset of 2018: `ADM3_PCODE` "KH010201", `ADM3_EN`, and the parents' codes and names beside them. */
export const codAb: BoundaryLayout = {
  id: 'cod-ab',
  name: 'COD-AB (ADM1_PCODE, ADM2_PCODE, ADM3_PCODE)',
  sourceName: 'COD-AB',
  source: 'OCHA common operational dataset of administrative boundaries, from the Government of Cambodia',
  licence: 'Terms of the common operational datasets',
  needsCodes: undefined,
  recognises: (fields) => NUMBERS.some((number) => fields.has(`ADM${number}_PCODE`) && fields.has(`ADM${number}_EN`)),
  read(fields) {
    const number = NUMBERS.find((candidate) => `ADM${candidate}_PCODE` in fields);
    if (number === undefined)
      return { kind: 'reject', code: null, name: null, reason: 'it has no field ADM1_PCODE, ADM2_PCODE or ADM3_PCODE' };
    const code = textOf(fields, `ADM${number}_PCODE`);
    const name = nameOf(fields, number);
    if (name !== undefined && isWater(name)) return { kind: 'lake', name };
    const pcode = parsePcode(code ?? '');
    if (pcode === undefined || pcode.length / 2 !== number) {
      return { kind: 'reject', code: code ?? null, name: name ?? null, reason: `ADM${number}_PCODE is no code of this level` };
    }
    if (name === undefined) return { kind: 'reject', code: pcode, name: null, reason: `ADM${number}_EN is empty` };
    return { kind: 'place', place: { pcode, nameEn: name, nameKm: '' }, parents: parentsOf(fields, pcode) };
  },
  /** `date` is the day the boundaries are of ("2014/10/14"); `validOn` only says when the file was checked. */
  validFrom(fields) {
    const match = /^(\d{4})[/-](\d{2})[/-](\d{2})/.exec(textOf(fields, 'date') ?? '');
    return match ? `${match[1]}-${match[2]}-${match[3]}` : undefined;
  },
};

function parentsOf(fields: Fields, pcode: string): NamedPlace[] {
  return NUMBERS.flatMap((number) => {
    const parent = parsePcode(textOf(fields, `ADM${number}_PCODE`) ?? '');
    const name = nameOf(fields, number);
    const isAbove = parent !== undefined && parent.length < pcode.length && pcode.startsWith(parent);
    return isAbove && name !== undefined ? [{ pcode: parent, nameEn: name, nameKm: '' }] : [];
  });
}

function nameOf(fields: Fields, number: number): string | undefined {
  const written = textOf(fields, `ADM${number}_EN`) ?? textOf(fields, `ADM${number}_REF`);
  if (written === undefined) return undefined;
  const name = cleanText(written);
  return number === 1 ? withoutProvinceWord(name) : name;
}
