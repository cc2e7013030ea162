import { type BoundaryLayout, type Fields, type GazetteerLayout, textOf } from './layout.ts';
import { hasLevel, type LevelFields, levelsOf, readLevelled, readLevelledPlace } from './levelled.ts';

const STEMS = { 3: 'commune', 2: 'district', 1: 'province' } as const;
const LEVELS = levelsOf((number) => fieldsOf(STEMS[number]));
const LEVELS_WITH_VILLAGES: readonly LevelFields[] = [{ number: 4, ...fieldsOf('village') }, ...LEVELS];
const FACTS = {
  sourceName: 'MEF',
  source: 'Open data portal of the Ministry of Economy and Finance of Cambodia',
  licence: 'Not stated by the publisher',
};

/** The finance ministry's portal: `commune_code` "010201", `commune_en`, `commune_kh`, and the same of district and province. */
export const mefPortal: BoundaryLayout = {
  ...FACTS,
  id: 'mef-portal',
  name: 'MEF portal (province_code, district_code, commune_code)',
  needsCodes: undefined,
  recognises: (fields) => hasLevel(fields, LEVELS),
  read: (fields) => readLevelled(fields, LEVELS),
  validFrom: () => undefined,
};

/** The same portal's list of places, a record a village, which states its commune, district and province beside it. */
export const mefGazetteer: GazetteerLayout = {
  ...FACTS,
  id: 'mef-gazetteer',
  name: 'MEF portal (province_code, district_code, commune_code, village_code)',
  recognises: (fields) => hasLevel(fields, LEVELS_WITH_VILLAGES),
  read: (fields) => readLevelledPlace(fields, LEVELS_WITH_VILLAGES),
  validFrom: () => undefined,
};

function fieldsOf(stem: 'village' | (typeof STEMS)[1 | 2 | 3]) {
  return {
    code: `${stem}_code`,
    name: `${stem}_en`,
    nameEn: (fields: Fields) => textOf(fields, `${stem}_en`),
    nameKm: (fields: Fields) => textOf(fields, `${stem}_kh`),
  };
}
