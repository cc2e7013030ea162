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
 * Column of the place's name: numbers go by code, the name only says in a report which place a row meant. A column that is
 * called a name and nothing more may hold people's names: it is not read.
 */
export const NAME_COLUMN: Column = {
  key: 'place-name',
  label: { en: 'Place name', km: 'ឈ្មោះទីកន្លែង' },
  explanation: { en: 'Name of the place; read by people only.', km: 'ឈ្មោះទីកន្លែង សម្រាប់មនុស្សអានប៉ុណ្ណោះ។' },
  synonyms: ['commune', 'commune name', 'com name', 'village name', 'adm3 name', 'adm3 en', 'ឃុំ', 'ឈ្មោះឃុំ'],
  isRequired: false,
};
