import type { Edition } from '../contracts/edition.ts';
import { GAP_FULL, GAP_WEIGHTS, type Gap, type GapList } from '../contracts/gap.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { field, kindOf, numeric, type PlaceNames, placeFields } from './fields.ts';
import { type ExportField, type ExportSheet, toSheet } from './sheet.ts';

type Row = { pcode: Pcode; gap: Gap | undefined };
type GapsExport = { edition: Edition; list: GapList; notAssessed: readonly Pcode[]; names: PlaceNames };

/**
 * The gap list as a sheet: rank, the terms of the score and what each was made from. Below it stand the communes nobody
 * assessed, without a rank: their need is not known, and a file that left them out would read as if they had none.
 */
export function toGapsSheet({ edition, list, notAssessed: unknown, names }: GapsExport): ExportSheet {
  const kind = kindOf(edition);
  const { communes, notAssessed, on, period, reachMeters } = list;
  const rows: Row[] = [...list.gaps.map((gap) => ({ pcode: gap.pcode, gap })), ...unknown.map((pcode) => ({ pcode, gap: undefined }))];
  return toSheet([...placeFields<Row>(names), ...scoreFields(), ...constantFields(edition, list, kind)], rows, [
    ['data', kind],
    ['list', 'Communes with high-risk children identified and no active network within reach, the greatest gap first'],
    ['period', period],
    ['networks on', on],
    ['reach in metres', String(reachMeters)],
    ['not assessed, so without a rank', `${notAssessed} of ${communes} communes`],
    ['score', `need ${GAP_WEIGHTS.need} + distance ${GAP_WEIGHTS.distance} + staleness ${GAP_WEIGHTS.staleness}`],
    [
      'full at',
      Object.entries(GAP_FULL)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
    ],
    ['source', 'VSNP workshops, reports of networks'],
    ['edition', `${edition.id}: ${edition.nameEn} · ${edition.nameKm}`],
  ]);
}

function scoreFields(): ExportField<Row>[] {
  const stateOf = ({ gap }: Row) => (gap === undefined ? 'not-assessed' : 'gap');
  return [
    field('state', { en: 'State', km: 'ស្ថានភាព' }, '#status+code', stateOf, {
      en: 'gap: children identified, no active network in reach. not-assessed: nobody has assessed it, its need is not known.',
      km: 'gap៖ បានកំណត់កុមារ គ្មានបណ្តាញសកម្មក្នុងចម្ងាយ។ not-assessed៖ មិនទាន់មាននរណាវាយតម្លៃ តម្រូវការមិនទាន់ដឹងទេ។',
    }),
    numeric(field('rank', { en: 'Rank', km: 'លំដាប់' }, '#indicator+rank', ({ gap }) => gap?.rank ?? null)),
    numeric(
      field('score', { en: 'Score, 0 to 1', km: 'ពិន្ទុ ០ ដល់ ១' }, '#indicator+score', ({ gap }) => gap?.score ?? null),
      'number',
    ),
    numeric(
      field('need', { en: 'Need, part of the score', km: 'តម្រូវការ ផ្នែកនៃពិន្ទុ' }, '#indicator+need', ({ gap }) => gap?.terms.need ?? null),
      'number',
    ),
    numeric(
      field(
        'distance',
        { en: 'No network near, part of the score', km: 'គ្មានបណ្តាញនៅជិត ផ្នែកនៃពិន្ទុ' },
        '#indicator+distance',
        ({ gap }) => gap?.terms.distance ?? null,
      ),
      'number',
    ),
    numeric(
      field(
        'staleness',
        { en: 'Age of the assessment, part of the score', km: 'អាយុនៃការវាយតម្លៃ ផ្នែកនៃពិន្ទុ' },
        '#indicator+staleness',
        ({ gap }) => gap?.terms.staleness ?? null,
      ),
      'number',
    ),
    numeric(
      field('children', { en: 'High-risk children', km: 'កុមារប្រឈមហានិភ័យខ្ពស់' }, '#affected+children', ({ gap }) => gap?.children ?? null),
    ),
    numeric(
      field('rate_per_1000', { en: 'Per 1,000 children', km: 'ក្នុងកុមារ ១.០០០ នាក់' }, '#value+rate', ({ gap }) => gap?.ratePer1000 ?? null, {
        en: 'Blank of a gap: its population is not known.',
        km: 'ទទេក្នុងគម្លាត៖ មិនដឹងចំនួនប្រជាជន។',
      }),
      'number',
    ),
    field(
      'nearest_network',
      { en: 'Nearest active network', km: 'បណ្តាញសកម្មនៅជិតបំផុត' },
      '#service+code',
      ({ gap }) => gap?.nearestActive ?? null,
    ),
    numeric(
      field(
        'nearest_m',
        { en: 'Metres to it', km: 'ចម្ងាយជាម៉ែត្រ' },
        '#indicator+distance+m',
        ({ gap }) => gap?.nearestActiveMeters ?? null,
        {
          en: 'Blank of a gap: no active network exists at all.',
          km: 'ទទេក្នុងគម្លាត៖ គ្មានបណ្តាញសកម្មសោះ។',
        },
      ),
    ),
    field('own_network', { en: 'Its own network', km: 'បណ្តាញផ្ទាល់ខ្លួន' }, '#status+network', ({ gap }) => gap?.networkStatus ?? null),
    field('last_assessed', { en: 'Last assessed', km: 'វាយតម្លៃចុងក្រោយ' }, '#date+assessed', ({ gap }) => gap?.lastAssessedOn ?? null),
    numeric(
      field(
        'months_since',
        { en: 'Months since', km: 'ចំនួនខែតាំងពីនោះ' },
        '#indicator+months',
        ({ gap }) => gap?.monthsSinceAssessment ?? null,
      ),
    ),
  ];
}

function constantFields(edition: Edition, { period, on, reachMeters }: GapList, kind: string): ExportField<Row>[] {
  return [
    field('period', { en: 'Year', km: 'ឆ្នាំ' }, '#date+year', () => period),
    field('networks_on', { en: 'Networks as they stood on', km: 'បណ្តាញត្រឹមថ្ងៃ' }, '#date+networks', () => on),
    numeric(field('reach_m', { en: 'Reach in metres', km: 'ចម្ងាយជាម៉ែត្រ' }, '#meta+reach', () => reachMeters)),
    field('edition', { en: 'Edition of the places', km: 'ច្បាប់ទីកន្លែង' }, '#meta+edition', () => edition.id),
    field('data', { en: 'Kind of data', km: 'ប្រភេទទិន្នន័យ' }, '#meta+kind', () => kind),
  ];
}
