import type { Crossing } from '../contracts/crossing.ts';
import type { Edition } from '../contracts/edition.ts';
import type { Flow } from '../contracts/flow.ts';
import { editionFields, field, type GroupTerm, numeric, type PlaceNames, placeFields } from './fields.ts';
import { type ExportField, type ExportSheet, toSheet } from './sheet.ts';

type Row = Flow & { pcode: string };
type FlowsExport = {
  edition: Edition;
  /** Calendar year. */
  period: string;
  names: PlaceNames;
  crossings: readonly Pick<Crossing, 'id' | 'nameEn' | 'nameKm'>[];
  /** Names of countries (in small letters), directions and bases. */
  terms: Readonly<Record<'countries' | 'directions' | 'bases', readonly GroupTerm[]>>;
  sources: readonly string[];
  flows: readonly Flow[];
};

/** People on the move in a year as a sheet, a corridor, direction and basis a row; recorded and estimated stay apart. */
export function toFlowsSheet({ edition, period, names, crossings, terms, sources, flows }: FlowsExport): ExportSheet {
  const crossingOf = new Map(crossings.map((crossing) => [crossing.id, crossing]));
  const wordOf = (of: keyof typeof terms, code: string, language: 'en' | 'km') =>
    terms[of].find((term) => term.code === code.toLowerCase())?.[language] ?? null;
  const fields: ExportField<Row>[] = [
    field('flow', { en: 'Corridor code', km: 'លេខកូដផ្លូវ' }, '#loc+corridor+code', idOfFlow, {
      en: 'Origin, crossing, destination, direction and basis: one row each.',
      km: 'ទីដើម ច្រក គោលដៅ ទិសដៅ និងមូលដ្ឋាន៖ មួយជួរក្នុងមួយ។',
    }),
    field('crossing', { en: 'Crossing', km: 'ច្រកព្រំដែន' }, '#loc+crossing+code', ({ crossing }) => crossing),
    field('crossing_en', { en: 'Crossing, English', km: 'ច្រកព្រំដែន (អង់គ្លេស)' }, '#loc+crossing+name+i_en', (row) => {
      return crossingOf.get(row.crossing)?.nameEn ?? null;
    }),
    field('crossing_km', { en: 'Crossing, Khmer', km: 'ច្រកព្រំដែន (ខ្មែរ)' }, '#loc+crossing+name+i_km', (row) => {
      return crossingOf.get(row.crossing)?.nameKm ?? null;
    }),
    field('country', { en: 'Country across', km: 'ប្រទេសម្ខាង' }, '#country+code', ({ destinationCountry }) => destinationCountry),
    field('country_en', { en: 'Country, English', km: 'ប្រទេស (អង់គ្លេស)' }, '#country+name+i_en', (row) =>
      wordOf('countries', row.destinationCountry, 'en'),
    ),
    field('country_km', { en: 'Country, Khmer', km: 'ប្រទេស (ខ្មែរ)' }, '#country+name+i_km', (row) =>
      wordOf('countries', row.destinationCountry, 'km'),
    ),
    field(
      'destination',
      { en: 'Province across', km: 'ខេត្តនៅម្ខាង' },
      '#adm1+destination',
      ({ destinationProvince }) => (destinationProvince === '' ? null : destinationProvince),
      { en: 'Blank where it is not known.', km: 'ទទេ កន្លែងដែលមិនដឹង។' },
    ),
    field('direction', { en: 'Direction', km: 'ទិសដៅ' }, '#meta+direction+code', ({ direction }) => direction),
    field('direction_en', { en: 'Direction in words', km: 'ទិសដៅ (អង់គ្លេស)' }, '#meta+direction+i_en', (row) =>
      wordOf('directions', row.direction, 'en'),
    ),
    field('direction_km', { en: 'Direction in Khmer', km: 'ទិសដៅ (ខ្មែរ)' }, '#meta+direction+i_km', (row) =>
      wordOf('directions', row.direction, 'km'),
    ),
    field('basis', { en: 'Basis', km: 'មូលដ្ឋាន' }, '#meta+basis+code', ({ basis }) => basis),
    field('basis_en', { en: 'Basis in words', km: 'មូលដ្ឋាន (អង់គ្លេស)' }, '#meta+basis+i_en', (row) => wordOf('bases', row.basis, 'en')),
    field('basis_km', { en: 'Basis in Khmer', km: 'មូលដ្ឋាន (ខ្មែរ)' }, '#meta+basis+i_km', (row) => wordOf('bases', row.basis, 'km')),
    numeric(field('children', { en: 'Children', km: 'កុមារ' }, '#affected+children', ({ children }) => children)),
    numeric(field('adults', { en: 'Adults', km: 'មនុស្សពេញវ័យ' }, '#affected+adults', ({ adults }) => adults)),
    field('period', { en: 'Year', km: 'ឆ្នាំ' }, '#date+year', () => period),
    field('source', { en: 'Sources of the year', km: 'ប្រភពនៃឆ្នាំ' }, '#meta+source', () => sources.join('; ')),
    ...placeFields<Row>(names),
    ...editionFields<Row>(edition),
  ];
  return toSheet(
    fields,
    flows.map((flow) => ({ ...flow, pcode: flow.origin })),
    [],
  );
}

function idOfFlow({ origin, crossing, destinationCountry, destinationProvince, direction, basis }: Flow): string {
  return [origin, crossing, `${destinationCountry}:${destinationProvince}`, direction, basis].join(' ');
}
