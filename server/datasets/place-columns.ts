import type { Column } from './dataset.ts';

/** Column of the place, which every shape has. */
export const PLACE_COLUMN: Column = {
  key: 'pcode',
  label: { en: 'Place code', km: 'លេខកូដទីកន្លែង' },
  explanation: {
    en: 'Code of the commune in the gazetteer, 6 digits; or of a village, 8 digits: villages are summed to their commune, and which village a number came from is not kept.',
    km: 'លេខកូដឃុំ ៦ ខ្ទង់ ឬលេខកូដភូមិ ៨ ខ្ទង់៖ ចំនួនតាមភូមិត្រូវបូកសរុបជាឃុំ ហើយមិនរក្សាទុកថាចំនួនណាមកពីភូមិណាទេ។',
  },
  synonyms: [
    'place code',
    'code',
    'commune code',
    'com code',
    'village code',
    'adm3 pcode',
    'adm3 text',
    'location current village code',
    'លេខកូដឃុំ',
    'លេខកូដភូមិ',
  ],
  isRequired: true,
};

/** Column of the year. */
export const PERIOD_COLUMN: Column = {
  key: 'period',
  label: { en: 'Year', km: 'ឆ្នាំ' },
  explanation: { en: 'Year the numbers are about, four digits.', km: 'ឆ្នាំដែលចំនួនទាំងនេះនិយាយអំពី ៤ ខ្ទង់។' },
  synonyms: ['year', 'period year'],
  isRequired: true,
};

/**
 * Column of the commune's name: where a row has no code, it and the names around it say which commune is meant. A column that is
 * called a name and nothing more may hold people's names: it is not read.
 */
const NAME_COLUMN: Column = {
  key: 'place-name',
  label: { en: 'Place name', km: 'ឈ្មោះទីកន្លែង' },
  explanation: {
    en: 'Name of the commune in Khmer or English; needed where the code is blank.',
    km: 'ឈ្មោះឃុំជាភាសាខ្មែរ ឬអង់គ្លេស ចាំបាច់នៅពេលគ្មានលេខកូដ។',
  },
  synonyms: ['commune', 'commune name', 'com name', 'village name', 'adm3 name', 'adm3 en', 'ឃុំ', 'ឈ្មោះឃុំ'],
  isRequired: false,
};

const DISTRICT_COLUMN: Column = {
  key: 'district-name',
  label: { en: 'District name', km: 'ឈ្មោះស្រុក' },
  explanation: { en: 'Name of the district, which tells communes of one name apart.', km: 'ឈ្មោះស្រុក ដើម្បីបែងចែកឃុំដែលមានឈ្មោះដូចគ្នា។' },
  synonyms: ['district', 'srok', 'dist name', 'adm2 name', 'adm2 en', 'ស្រុក'],
  isRequired: false,
};

const PROVINCE_COLUMN: Column = {
  key: 'province-name',
  label: { en: 'Province name', km: 'ឈ្មោះខេត្ត' },
  explanation: { en: 'Name of the province.', km: 'ឈ្មោះខេត្ត។' },
  synonyms: ['province', 'khet', 'prov name', 'adm1 name', 'adm1 en', 'ខេត្ត'],
  isRequired: false,
};

/** Columns that name a place and what lies around it. */
export const NAME_COLUMNS: readonly Column[] = [NAME_COLUMN, DISTRICT_COLUMN, PROVINCE_COLUMN].map(toExtra);

/** Columns of a point, by which the commune of a row without a code is found; the point itself is not kept. */
export const POINT_COLUMNS: readonly Column[] = [
  {
    key: 'lng',
    label: { en: 'Longitude', km: 'រយៈបណ្តោយ' },
    explanation: {
      en: 'Degrees, for example 103.05: where neither code nor name is known. It only finds the commune and is not kept.',
      km: 'ដឺក្រេ ឧទាហរណ៍ 103.05៖ ពេលមិនស្គាល់លេខកូដ ឬឈ្មោះ។ វាគ្រាន់តែរកឃុំ ហើយមិនរក្សាទុកទេ។',
    },
    synonyms: ['longitude', 'lon', 'long', 'gps longitude'],
    isRequired: false,
  },
  {
    key: 'lat',
    label: { en: 'Latitude', km: 'រយៈទទឹង' },
    explanation: { en: 'Degrees, for example 13.05; not kept.', km: 'ដឺក្រេ ឧទាហរណ៍ 13.05 មិនរក្សាទុកទេ។' },
    synonyms: ['latitude', 'gps latitude'],
    isRequired: false,
  },
].map(toExtra);

function toExtra(column: Column): Column {
  return { ...column, isExtra: true };
}
