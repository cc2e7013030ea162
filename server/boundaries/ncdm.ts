import { type BoundaryLayout, textOf } from './layout.ts';
import { hasLevel, levelsOf, readLevelled } from './levelled.ts';

const LEVELS = levelsOf((number) => ({
  code: `Adm${number}_text`,
  name: `Adm${number}_Name`,
  nameEn: (fields) => textOf(fields, `Adm${number}_Name`),
  nameKm: (fields) => textOf(fields, `Adm${number}_Name_`),
  type: 'Type_KH',
}));

/** Disaster management's edition of 2022: `Adm3_text` "010201", `Adm3_Name`, the Khmer name in `Adm3_Name_`, `Type_KH`. */
export const ncdm: BoundaryLayout = {
  id: 'ncdm',
  name: 'NCDM and WFP (Adm1_text, Adm2_text, Adm3_text)',
  sourceName: 'NCDM',
  source: 'National Committee for Disaster Management and World Food Programme, Cambodia',
  licence: 'Not stated by the publisher',
  needsCodes: undefined,
  recognises: (fields) => hasLevel(fields, LEVELS),
  read: (fields) => readLevelled(fields, LEVELS),
  /** Only the name of the file says it: `khm_bnd_admin3_gov_ed2022.json` is of the edition of 2022. */
  validFrom(_fields, fileName) {
    const year = /_ed((?:19|20)\d{2})(?!\d)/i.exec(fileName)?.[1];
    return year === undefined ? undefined : `${year}-01-01`;
  },
};
