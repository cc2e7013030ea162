import { dayIn } from './cod-ab.ts';
import { type BoundaryLayout, type Fields, textOf } from './layout.ts';
import { hasLevel, levelsOf, readLevelled } from './levelled.ts';

const LEVELS = levelsOf((number) => ({
  code: `adm${number}_pcode`,
  name: `adm${number}_name`,
  nameEn: (fields) => nameEnOf(fields, number) ?? textOf(fields, `adm${number}_ref_name`),
  nameKm: (fields) => nameIn(fields, number, 'km'),
}));

/**
 * Common operational dataset as it is handed out today, all levels in one archive: `adm3_pcode` "KH010201", `adm3_name` in
 * the language that `lang` says, `adm3_name1` to `adm3_name3` in those of `lang1` to `lang3`.
 */
export const codAbV01: BoundaryLayout = {
  id: 'cod-ab-v01',
  name: 'COD-AB v01 (adm1_pcode, adm2_pcode, adm3_pcode)',
  sourceName: 'COD-AB v01',
  source: 'OCHA common operational dataset of administrative boundaries, from the Government of Cambodia',
  licence: 'Terms of the common operational datasets',
  needsCodes: undefined,
  recognises: (fields) => hasLevel(fields, LEVELS),
  read: (fields) => readLevelled(fields, LEVELS),
  validFrom: (fields) => dayIn(textOf(fields, 'valid_on')),
};

function nameEnOf(fields: Fields, number: number): string | undefined {
  const isKhmer = textOf(fields, 'lang')?.toLowerCase() === 'km';
  return nameIn(fields, number, 'en') ?? (isKhmer ? undefined : textOf(fields, `adm${number}_name`));
}

function nameIn(fields: Fields, number: number, language: 'en' | 'km'): string | undefined {
  const slots = ['', '1', '2', '3'].filter((slot) => textOf(fields, `lang${slot}`)?.toLowerCase() === language);
  return slots.map((slot) => textOf(fields, `adm${number}_name${slot}`)).find((name) => name !== undefined);
}
