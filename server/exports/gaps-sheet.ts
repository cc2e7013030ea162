import type { Edition } from '../contracts/edition.ts';
import { GAP_FULL, GAP_WEIGHTS, type Gap, type GapList } from '../contracts/gap.ts';
import { field, kindOf, type PlaceNames, placeFields } from './fields.ts';
import { type ExportField, type ExportSheet, toSheet } from './sheet.ts';

/**
 * The gap list as a sheet: rank, the terms of the score and what each was made from. Communes nobody assessed are counted in
 * what is said of the file; they are in no row, because their need is not known.
 */
export function toGapsSheet({ edition, list, names }: { edition: Edition; list: GapList; names: PlaceNames }): ExportSheet {
  const kind = kindOf(edition);
  const { communes, notAssessed, on, period, reachMeters } = list;
  return toSheet([...placeFields<Gap>(names), ...scoreFields(), ...constantFields(edition, list, kind)], list.gaps, [
    ['data', kind],
    ['list', 'Communes with high-risk children identified and no active network within reach, the greatest gap first'],
    ['period', period],
    ['networks on', on],
    ['reach in metres', String(reachMeters)],
    ['not assessed, so in no row', `${notAssessed} of ${communes} communes`],
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

function scoreFields(): ExportField<Gap>[] {
  return [
    field('rank', { en: 'Rank', km: 'លំដាប់' }, '#indicator+rank', ({ rank }) => rank),
    field('score', { en: 'Score, 0 to 1', km: 'ពិន្ទុ ០ ដល់ ១' }, '#indicator+score', ({ score }) => score),
    field('need', { en: 'Need, part of the score', km: 'តម្រូវការ ផ្នែកនៃពិន្ទុ' }, '#indicator+need', ({ terms }) => terms.need),
    field(
      'distance',
      { en: 'No network near, part of the score', km: 'គ្មានបណ្តាញនៅជិត ផ្នែកនៃពិន្ទុ' },
      '#indicator+distance',
      ({ terms }) => terms.distance,
    ),
    field(
      'staleness',
      { en: 'Age of the assessment, part of the score', km: 'អាយុនៃការវាយតម្លៃ ផ្នែកនៃពិន្ទុ' },
      '#indicator+staleness',
      ({ terms }) => terms.staleness,
    ),
    field('children', { en: 'High-risk children', km: 'កុមារប្រឈមហានិភ័យខ្ពស់' }, '#affected+children', ({ children }) => children),
    field('rate_per_1000', { en: 'Per 1,000 children', km: 'ក្នុងកុមារ ១.០០០ នាក់' }, '#value+rate', ({ ratePer1000 }) => ratePer1000),
    field(
      'nearest_network',
      { en: 'Nearest active network', km: 'បណ្តាញសកម្មនៅជិតបំផុត' },
      '#service+code',
      ({ nearestActive }) => nearestActive,
    ),
    field(
      'nearest_m',
      { en: 'Metres to it', km: 'ចម្ងាយជាម៉ែត្រ' },
      '#indicator+distance+m',
      ({ nearestActiveMeters }) => nearestActiveMeters,
    ),
    field('own_network', { en: 'Its own network', km: 'បណ្តាញផ្ទាល់ខ្លួន' }, '#status+network', ({ networkStatus }) => networkStatus),
    field('last_assessed', { en: 'Last assessed', km: 'វាយតម្លៃចុងក្រោយ' }, '#date+assessed', ({ lastAssessedOn }) => lastAssessedOn),
    field(
      'months_since',
      { en: 'Months since', km: 'ចំនួនខែតាំងពីនោះ' },
      '#indicator+months',
      ({ monthsSinceAssessment }) => monthsSinceAssessment,
    ),
  ];
}

function constantFields(edition: Edition, { period, on, reachMeters }: GapList, kind: string): ExportField<Gap>[] {
  return [
    field('period', { en: 'Year', km: 'ឆ្នាំ' }, '#date+year', () => period),
    field('networks_on', { en: 'Networks as they stood on', km: 'បណ្តាញត្រឹមថ្ងៃ' }, '#date+networks', () => on),
    field('reach_m', { en: 'Reach in metres', km: 'ចម្ងាយជាម៉ែត្រ' }, '#meta+reach', () => reachMeters),
    field('edition', { en: 'Edition of the places', km: 'ច្បាប់ទីកន្លែង' }, '#meta+edition', () => edition.id),
    field('data', { en: 'Kind of data', km: 'ប្រភេទទិន្នន័យ' }, '#meta+kind', () => kind),
  ];
}
