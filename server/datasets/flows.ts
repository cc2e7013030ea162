import { z } from 'zod';
import { CROSSINGS } from '../../data/facts/crossings.ts';
import { DESTINATIONS } from '../../data/facts/destinations.ts';
import { BASIS_TERMS, COUNTRY_TERMS, DIRECTION_TERMS } from '../../data/vocabulary/work.ts';
import { BorderCountry } from '../contracts/crossing.ts';
import { FlowBasis, FlowDirection } from '../contracts/flow.ts';
import { AnyPlaceCell, CountCell, codeCell, complaint, needed, reportedCode, SpanCell, toIssues } from './cells.ts';
import { column } from './column.ts';
import type { Cells, Column, Register } from './dataset.ts';
import { PLACE_COLUMN } from './place-columns.ts';

const CROSSING_TERMS = CROSSINGS.map(({ id, nameEn, nameKm }) => ({ code: id, en: nameEn, km: nameKm }));
const DESTINATION_TERMS = DESTINATIONS.map(({ province }) => ({ code: province, en: province, km: province }));

const COLUMNS: readonly Column[] = [
  {
    ...PLACE_COLUMN,
    label: { en: 'Origin, place code', km: 'លេខកូដទីកន្លែងដើម' },
    explanation: {
      en: 'Code of the province (2 digits), district (4) or commune (6) that people leave or return to.',
      km: 'លេខកូដខេត្ត (២ ខ្ទង់) ស្រុក (៤) ឬឃុំ (៦) ដែលមនុស្សចាកចេញ ឬត្រឡប់មកវិញ។',
    },
    synonyms: [...PLACE_COLUMN.synonyms, 'origin', 'origin code', 'province code', 'district code'],
  },
  column('crossing', {
    label: { en: 'Crossing', km: 'ច្រកព្រំដែន' },
    explanation: { en: 'Named crossing: a code from the list.', km: 'ច្រកព្រំដែន៖ លេខកូដពីបញ្ជី។' },
    codes: CROSSING_TERMS,
    synonyms: ['border crossing', 'gate'],
    isRequired: true,
  }),
  column('destination-country', {
    label: { en: 'Destination, country', km: 'ប្រទេសគោលដៅ' },
    explanation: { en: 'A code from the list.', km: 'លេខកូដពីបញ្ជី។' },
    codes: COUNTRY_TERMS,
    synonyms: ['country'],
    isRequired: true,
  }),
  column('destination-province', {
    label: { en: 'Destination, province', km: 'ខេត្តគោលដៅ' },
    explanation: {
      en: 'Province across the border: a name from the list; blank where it is not known.',
      km: 'ខេត្តនៅប្រទេសជិតខាង៖ ឈ្មោះពីបញ្ជី ទុកទទេប្រសិនបើមិនស្គាល់។',
    },
    codes: DESTINATION_TERMS,
  }),
  column('direction', {
    label: { en: 'Direction', km: 'ទិសដៅ' },
    explanation: { en: 'A code from the list.', km: 'លេខកូដពីបញ្ជី។' },
    codes: DIRECTION_TERMS,
    isRequired: true,
  }),
  column('period', {
    label: { en: 'Period', km: 'រយៈពេល' },
    explanation: { en: 'A year, a quarter or a month: 2025, 2025-Q3, 2025-07.', km: 'ឆ្នាំ ត្រីមាស ឬខែ៖ 2025, 2025-Q3, 2025-07។' },
    synonyms: ['year', 'month', 'quarter'],
    isRequired: true,
  }),
  column('children', {
    label: { en: 'Children', km: 'កុមារ' },
    explanation: { en: 'How many crossed; 0 = none.', km: 'ចំនួនអ្នកឆ្លងកាត់ ០ = គ្មាន។' },
    isRequired: true,
  }),
  column('adults', {
    label: { en: 'Adults', km: 'មនុស្សពេញវ័យ' },
    explanation: { en: 'How many crossed; 0 = none.', km: 'ចំនួនអ្នកឆ្លងកាត់ ០ = គ្មាន។' },
    isRequired: true,
  }),
  column('basis', {
    label: { en: 'Basis', km: 'មូលដ្ឋាន' },
    explanation: { en: 'Recorded at the crossing, or estimated.', km: 'បានកត់ត្រានៅច្រក ឬប៉ាន់ស្មាន។' },
    codes: BASIS_TERMS,
    isRequired: true,
  }),
];

const Row = z
  .object({
    pcode: AnyPlaceCell,
    crossing: needed(codeCell(CROSSING_TERMS)),
    'destination-country': needed(codeCell(COUNTRY_TERMS))
      .transform((code) => code.toUpperCase())
      .pipe(BorderCountry),
    'destination-province': codeCell(DESTINATION_TERMS),
    direction: needed(codeCell(DIRECTION_TERMS)).pipe(FlowDirection),
    period: needed(SpanCell),
    children: needed(CountCell),
    adults: needed(CountCell),
    basis: needed(codeCell(BASIS_TERMS)).pipe(FlowBasis),
  })
  .superRefine((row, context) => {
    const country = CROSSINGS.find(({ id }) => id === row.crossing)?.country;
    if (country !== row['destination-country']) {
      context.addIssue({ ...complaint('other-country-crossing'), path: ['crossing'] });
    }
    const province = row['destination-province'];
    const isThere =
      province === null || DESTINATIONS.some((one) => one.province === province && one.country === row['destination-country']);
    if (!isThere) context.addIssue({ ...complaint('other-country-province'), path: ['destination-province'] });
  });

const SOURCE = 'Records of crossings, as loaded';

/** People on the move: one row a corridor, direction, period and basis. */
export const flows: Register<'flows'> = {
  id: 'flows',
  name: { en: 'People on the move', km: 'ការធ្វើដំណើររបស់មនុស្ស' },
  summary: 'people on the move through named crossings, out and back',
  keeps: 'records',
  placeField: 'origin',
  source: () => SOURCE,
  columns: () => COLUMNS,
  showsNames: false,
  read(cells: Cells) {
    const read = Row.safeParse(cells);
    if (!read.success) return { issues: toIssues(read.error), code: reportedCode(cells['pcode']) };
    const row = read.data;
    return {
      place: row.pcode,
      said: {
        origin: row.pcode,
        crossing: row.crossing,
        destinationCountry: row['destination-country'],
        destinationProvince: row['destination-province'] ?? '',
        direction: row.direction,
        period: row.period,
        children: row.children,
        adults: row.adults,
        basis: row.basis,
        source: SOURCE,
      },
    };
  },
  toCells: (record) => ({
    pcode: record.origin,
    crossing: record.crossing,
    'destination-country': record.destinationCountry.toLowerCase(),
    'destination-province': record.destinationProvince === '' ? null : record.destinationProvince,
    direction: record.direction,
    period: record.period,
    children: record.children,
    adults: record.adults,
    basis: record.basis,
  }),
  examples: [
    {
      pcode: '99',
      crossing: 'poipet',
      'destination-country': 'th',
      'destination-province': 'Sa Kaeo',
      direction: 'out',
      period: '2025-Q3',
      children: 120,
      adults: 340,
      basis: 'recorded',
    },
  ],
};
