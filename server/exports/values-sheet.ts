import type { Edition } from '../contracts/edition.ts';
import type { IndicatorFile } from '../contracts/indicator.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { DenominatorYear, PlaceValue } from '../contracts/values.ts';
import { field, kindOf, numeric, type PlaceNames, placeFields } from './fields.ts';
import { type ExportField, type ExportSheet, type Text, toSheet } from './sheet.ts';

export type ValuesExport = {
  edition: Edition;
  indicator: IndicatorFile;
  period: string;
  denominatorYears: readonly DenominatorYear[];
  /** Provinces, districts and communes of the edition. */
  names: PlaceNames;
  places: readonly { pcode: Pcode; value: PlaceValue; denominator: number }[];
};

type Row = ValuesExport['places'][number];

/** Words for the states of statistics, in which nobody was looked for. */
const CONTEXT_STATES: Readonly<Record<PlaceValue['state'], Text>> = {
  value: { en: 'Counted', km: 'បានរាប់' },
  zero: { en: 'None counted', km: 'រាប់មិនឃើញ' },
  'not-assessed': { en: 'No figure', km: 'គ្មានតួលេខ' },
  'no-denominator': { en: 'Counted, no population known', km: 'បានរាប់ តែមិនដឹងចំនួនប្រជាជន' },
  withheld: { en: 'Withheld to protect children', km: 'លាក់ដើម្បីការពារកុមារ' },
};
const NEED_STATES: typeof CONTEXT_STATES = {
  ...CONTEXT_STATES,
  value: { en: 'Assessed, some found', km: 'បានវាយតម្លៃ រកឃើញ' },
  zero: { en: 'Assessed, none found', km: 'បានវាយតម្លៃ រកមិនឃើញ' },
  'not-assessed': { en: 'Not assessed', km: 'មិនទាន់វាយតម្លៃ' },
};

/**
 * The values of an indicator, level and year as a sheet: the numbers and states of the map, each row with all that is needed
 * to read it alone. A place that was not assessed has no number, which is not zero.
 */
export function toValuesSheet(exported: ValuesExport): ExportSheet {
  const { edition, indicator, period, denominatorYears, places } = exported;
  const kind = kindOf(edition);
  const years = denominatorYears.map(({ year, communes }) => `${year} (${communes})`).join(', ');
  const about: ExportSheet['about'] = [
    ['data', kind],
    ['indicator', `${indicator.name.en} · ${indicator.name.km}`],
    ['unit', `${indicator.unit.en} · ${indicator.unit.km}`],
    ['description', `${indicator.description.en} ${indicator.description.km}`],
    ['period', period],
    ['source', `${indicator.source.en} · ${indicator.source.km}`],
    ['edition', `${edition.id}: ${edition.nameEn} · ${edition.nameKm}`],
    ['places', edition.source],
    ['licence of the places', edition.licence],
    ...(years === '' ? [] : [['denominators of (communes)', years] as const]),
  ];
  return toSheet([...placeFields<Row>(exported.names), ...numberFields(exported), ...constantFields(exported, kind)], places, about);
}

function numberFields({ indicator }: ValuesExport): ExportField<Row>[] {
  const words = indicator.palette === 'context' ? CONTEXT_STATES : NEED_STATES;
  const noNumber: Text = {
    en: 'Blank where there is no number: a blank is never a zero.',
    km: 'ទទេ កន្លែងដែលគ្មានលេខ៖ ទទេមិនមែនសូន្យទេ។',
  };
  return [
    numeric(
      field('value', indicator.unit, '#value', ({ value }) => numberOf(value), noNumber),
      'number',
    ),
    field('state', { en: 'State', km: 'ស្ថានភាព' }, '#status+code', ({ value }) => value.state),
    field('state_en', { en: 'State in words', km: 'ស្ថានភាព (អង់គ្លេស)' }, '#status+i_en', ({ value }) => words[value.state].en),
    field('state_km', { en: 'State in Khmer', km: 'ស្ថានភាព (ខ្មែរ)' }, '#status+i_km', ({ value }) => words[value.state].km),
    numeric(
      field('counted', { en: 'Counted', km: 'បានរាប់' }, '#affected', ({ value }) => countedOf(value), noNumber),
      'number',
    ),
    numeric(
      field(
        'out_of',
        { en: 'Out of', km: 'ក្នុងចំណោម' },
        '#population',
        ({ denominator }) => (denominator > 0 ? denominator : null),
        noNumber,
      ),
      'number',
    ),
  ];
}

function constantFields({ edition, indicator, period }: ValuesExport, kind: string): ExportField<Row>[] {
  return [
    field('indicator', { en: 'Indicator', km: 'សូចនាករ' }, '#indicator+code', () => indicator.id),
    field('unit', { en: 'Unit', km: 'ឯកតា' }, '#indicator+unit', () => indicator.unit.en),
    field('period', { en: 'Year', km: 'ឆ្នាំ' }, '#date+year', () => period),
    field('source', { en: 'Source', km: 'ប្រភព' }, '#meta+source', () => indicator.source.en),
    field('edition', { en: 'Edition of the places', km: 'ច្បាប់ទីកន្លែង' }, '#meta+edition', () => edition.id),
    field('data', { en: 'Kind of data', km: 'ប្រភេទទិន្នន័យ' }, '#meta+kind', () => kind),
  ];
}

/** The number on the map: zero where a count found none, nothing where there is none. */
function numberOf(value: PlaceValue): number | null {
  if (value.state === 'value') return value.value;
  return value.state === 'zero' ? 0 : null;
}

function countedOf(value: PlaceValue): number | null {
  if (value.state === 'zero') return 0;
  if (value.state === 'no-denominator') return value.numerator;
  return value.state === 'value' ? (value.numerator ?? value.value) : null;
}
