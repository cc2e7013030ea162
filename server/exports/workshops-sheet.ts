import type { Edition } from '../contracts/edition.ts';
import type { Organisation } from '../contracts/network.ts';
import type { Workshop } from '../contracts/workshop.ts';
import { editionFields, field, type GroupTerm, groupFields, type PlaceNames, placeFields } from './fields.ts';
import { type ExportField, type ExportSheet, toSheet } from './sheet.ts';

type Row = Omit<Workshop, 'lng' | 'lat'>;
type WorkshopsExport = {
  edition: Edition;
  names: PlaceNames;
  organisations: readonly Organisation[];
  types: readonly GroupTerm[];
  groups: readonly GroupTerm[];
  workshops: readonly Row[];
};

/** Workshops as a sheet: what, when, where, who organised them and how many came. */
export function toWorkshopsSheet({ edition, names, organisations, types, groups, workshops }: WorkshopsExport): ExportSheet {
  const organisationOf = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const typeOf = new Map(types.map((term) => [term.code, term]));
  const fields: ExportField<Row>[] = [
    field('workshop', { en: 'Workshop code', km: 'លេខកូដសិក្ខាសាលា' }, '#activity+code', ({ code }) => code),
    field('type', { en: 'Type', km: 'ប្រភេទ' }, '#activity+type+code', ({ type }) => type),
    field('type_en', { en: 'Type in words', km: 'ប្រភេទ (អង់គ្លេស)' }, '#activity+type+i_en', ({ type }) => typeOf.get(type)?.en ?? null),
    field('type_km', { en: 'Type in Khmer', km: 'ប្រភេទ (ខ្មែរ)' }, '#activity+type+i_km', ({ type }) => typeOf.get(type)?.km ?? null),
    field('theme_en', { en: 'Theme', km: 'ប្រធានបទ (អង់គ្លេស)' }, '#activity+theme+i_en', ({ themeEn }) => themeEn),
    field('theme_km', { en: 'Theme in Khmer', km: 'ប្រធានបទ (ខ្មែរ)' }, '#activity+theme+i_km', ({ themeKm }) => themeKm),
    field('starts_on', { en: 'First day', km: 'ថ្ងៃដំបូង' }, '#date+start', ({ startsOn }) => startsOn),
    field('ends_on', { en: 'Last day', km: 'ថ្ងៃចុងក្រោយ' }, '#date+end', ({ endsOn }) => endsOn),
    field('organiser', { en: 'Organiser', km: 'អ្នករៀបចំ' }, '#org+code', ({ organiser }) => organiser),
    field(
      'organiser_en',
      { en: 'Organiser, English', km: 'អ្នករៀបចំ (អង់គ្លេស)' },
      '#org+name+i_en',
      ({ organiser }) => organisationOf.get(organiser)?.nameEn ?? null,
    ),
    field(
      'organiser_km',
      { en: 'Organiser, Khmer', km: 'អ្នករៀបចំ (ខ្មែរ)' },
      '#org+name+i_km',
      ({ organiser }) => organisationOf.get(organiser)?.nameKm ?? null,
    ),
    field('audience', { en: 'Audience', km: 'អ្នកស្តាប់' }, '#activity+audience', ({ audience }) => audience),
    field('trained_by', { en: 'Trained by (workshop)', km: 'បណ្តុះបណ្តាលដោយ (សិក្ខាសាលា)' }, '#activity+parent', ({ trainedBy }) => trainedBy),
    ...groupFields<Row>('participants', { en: 'Participants', km: 'អ្នកចូលរួម' }, groups, ({ participants }) => participants),
    ...placeFields<Row>(names),
    ...editionFields<Row>(edition),
  ];
  return toSheet(fields, workshops, []);
}
