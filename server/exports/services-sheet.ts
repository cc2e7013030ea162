import type { Edition } from '../contracts/edition.ts';
import { editionFields, field, type GroupTerm, groupFields, type PlaceNames, placeFields } from './fields.ts';
import { type ExportField, type ExportSheet, toSheet } from './sheet.ts';

/** Service points of a commune by kind, as the newest statement has them; a kind it does not name is not known. */
type Row = { pcode: string; period: string; counts: Readonly<Record<string, number>> };
type ServicesExport = { edition: Edition; names: PlaceNames; kinds: readonly GroupTerm[]; services: readonly Row[] };

/** Social services by commune, as a sheet: counts by kind, blank where nobody says. */
export function toServicesSheet({ edition, names, kinds, services }: ServicesExport): ExportSheet {
  const fields: ExportField<Row>[] = [
    ...placeFields<Row>(names),
    ...groupFields<Row>('services', { en: 'Service points', km: 'ចំណុចសេវា' }, kinds, ({ counts }) => counts),
    field('period', { en: 'Year of the statement', km: 'ឆ្នាំនៃការបញ្ជាក់' }, '#date+year', ({ period }) => period),
    ...editionFields<Row>(edition),
  ];
  return toSheet(fields, services, []);
}
