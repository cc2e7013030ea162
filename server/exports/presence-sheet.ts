import type { Edition } from '../contracts/edition.ts';
import { editionFields, field, type GroupTerm, type PlaceNames, placeFields } from './fields.ts';
import { type ExportField, type ExportSheet, toSheet } from './sheet.ts';

/** An organisation at work in a place with a programme; days `YYYY-MM-DD`, `toOn` null while it goes on. */
type Row = {
  pcode: string;
  organisation: string;
  organisationEn: string;
  organisationKm: string;
  programme: string;
  fromOn: string;
  toOn: string | null;
};
type PresenceExport = {
  edition: Edition;
  /** Day `YYYY-MM-DD` on which they are at work. */
  on: string;
  names: PlaceNames;
  programmes: readonly GroupTerm[];
  presence: readonly Row[];
};

/** Who works where on a day, as a sheet. */
export function toPresenceSheet({ edition, on, names, programmes, presence }: PresenceExport): ExportSheet {
  const programmeOf = new Map(programmes.map((term) => [term.code, term]));
  const idOf = ({ organisation, pcode, programme, fromOn }: Row) => [organisation, pcode, programme, fromOn].join(' ');
  const fields: ExportField<Row>[] = [
    field('presence', { en: 'Code of the entry', km: 'លេខកូដធាតុ' }, '#meta+id', idOf),
    field('organisation', { en: 'Organisation', km: 'អង្គការ' }, '#org+code', ({ organisation }) => organisation),
    field('organisation_en', { en: 'Organisation, English', km: 'អង្គការ (អង់គ្លេស)' }, '#org+name+i_en', (row) => row.organisationEn),
    field('organisation_km', { en: 'Organisation, Khmer', km: 'អង្គការ (ខ្មែរ)' }, '#org+name+i_km', (row) => row.organisationKm),
    field('programme', { en: 'Programme', km: 'កម្មវិធី' }, '#sector+code', ({ programme }) => programme),
    field('programme_en', { en: 'Programme, English', km: 'កម្មវិធី (អង់គ្លេស)' }, '#sector+name+i_en', ({ programme }) => {
      return programmeOf.get(programme)?.en ?? null;
    }),
    field('programme_km', { en: 'Programme, Khmer', km: 'កម្មវិធី (ខ្មែរ)' }, '#sector+name+i_km', ({ programme }) => {
      return programmeOf.get(programme)?.km ?? null;
    }),
    field('from_on', { en: 'First day', km: 'ថ្ងៃដំបូង' }, '#date+start', ({ fromOn }) => fromOn),
    field('to_on', { en: 'Last day', km: 'ថ្ងៃចុងក្រោយ' }, '#date+end', ({ toOn }) => toOn, {
      en: 'Blank while it goes on.',
      km: 'ទទេ នៅពេលកំពុងបន្ត។',
    }),
    field('at_work_on', { en: 'At work on', km: 'កំពុងធ្វើការនៅថ្ងៃ' }, '#date+status', () => on),
    ...placeFields<Row>(names),
    ...editionFields<Row>(edition),
  ];
  return toSheet(fields, presence, []);
}
