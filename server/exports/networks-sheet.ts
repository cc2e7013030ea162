import type { Edition } from '../contracts/edition.ts';
import type { Network, Organisation } from '../contracts/network.ts';
import { editionFields, field, type GroupTerm, groupFields, numeric, type PlaceNames, placeFields } from './fields.ts';
import { type ExportField, type ExportSheet, type Text, toSheet } from './sheet.ts';

type NetworksExport = {
  edition: Edition;
  /** Day `YYYY-MM-DD` their status is for. */
  on: string;
  names: PlaceNames;
  organisations: readonly Organisation[];
  groups: readonly GroupTerm[];
  networks: readonly Network[];
};

const STATUSES: Readonly<Record<Network['status'], Text>> = {
  active: { en: 'Active: an activity in the 12 months before the day', km: 'សកម្ម៖ មានសកម្មភាពក្នុងរយៈពេល ១២ ខែមុនថ្ងៃនោះ' },
  dormant: { en: 'Dormant: no activity in the 12 months before the day', km: 'អសកម្ម៖ គ្មានសកម្មភាពក្នុងរយៈពេល ១២ ខែមុនថ្ងៃនោះ' },
};
const NOT_STATED: Text = { en: 'Blank where nobody says how many: not zero.', km: 'ទទេ កន្លែងដែលគ្មាននរណាបញ្ជាក់ចំនួន៖ មិនមែនសូន្យទេ។' };

/** Networks as they stand on a day, as a sheet. */
export function toNetworksSheet({ edition, on, names, organisations, groups, networks }: NetworksExport): ExportSheet {
  const organisationOf = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const fields: ExportField<Network>[] = [
    field('network', { en: 'Network code', km: 'លេខកូដបណ្តាញ' }, '#service+code', ({ code }) => code),
    field('status', { en: 'Status', km: 'ស្ថានភាព' }, '#status+code', ({ status }) => status),
    field('status_en', { en: 'Status in words', km: 'ស្ថានភាព (អង់គ្លេស)' }, '#status+i_en', ({ status }) => STATUSES[status].en),
    field('status_km', { en: 'Status in Khmer', km: 'ស្ថានភាព (ខ្មែរ)' }, '#status+i_km', ({ status }) => STATUSES[status].km),
    field('status_on', { en: 'Status on', km: 'ស្ថានភាពត្រឹមថ្ងៃ' }, '#date+status', () => on),
    field('founded_on', { en: 'Founded on', km: 'ថ្ងៃបង្កើត' }, '#date+start', ({ foundedOn }) => foundedOn),
    field('last_activity_on', { en: 'Last activity', km: 'សកម្មភាពចុងក្រោយ' }, '#date+activity', ({ lastActivityOn }) => lastActivityOn, {
      en: 'Blank where no report names an activity.',
      km: 'ទទេ កន្លែងដែលគ្មានរបាយការណ៍បញ្ជាក់សកម្មភាព។',
    }),
    field('organisation', { en: 'Organisation', km: 'អង្គការ' }, '#org+code', ({ organisation }) => organisation),
    field(
      'organisation_en',
      { en: 'Organisation, English', km: 'អង្គការ (អង់គ្លេស)' },
      '#org+name+i_en',
      ({ organisation }) => organisationOf.get(organisation)?.nameEn ?? null,
    ),
    field(
      'organisation_km',
      { en: 'Organisation, Khmer', km: 'អង្គការ (ខ្មែរ)' },
      '#org+name+i_km',
      ({ organisation }) => organisationOf.get(organisation)?.nameKm ?? null,
    ),
    numeric(
      field(
        'villages_covered',
        { en: 'Villages covered', km: 'ចំនួនភូមិដែលបានគ្របដណ្តប់' },
        '#reached+villages',
        ({ villagesCovered }) => villagesCovered,
        NOT_STATED,
      ),
    ),
    numeric(
      field(
        'child_peer_educators',
        { en: 'Child-Peer Educators', km: 'កុមារអប់រំមិត្ត' },
        '#capacity+educators',
        ({ childPeerEducators }) => childPeerEducators,
        NOT_STATED,
      ),
    ),
    ...groupFields<Network>('members', { en: 'Members', km: 'សមាជិក' }, groups, ({ members }) => members),
    ...placeFields<Network>(names),
    ...editionFields<Network>(edition),
  ];
  return toSheet(fields, networks, []);
}
