import type { Crossing } from '../contracts/crossing.ts';
import { field } from './fields.ts';
import { type ExportField, type ExportSheet, type Text, toSheet } from './sheet.ts';

type CrossingsExport = {
  /** Day `YYYY-MM-DD` their status is for. */
  on: string;
  source: string;
  crossings: readonly Crossing[];
};

const STATUSES: Readonly<Record<Crossing['status'], Text>> = {
  open: { en: 'Open', km: 'បើក' },
  closed: { en: 'Closed', km: 'បិទ' },
  limited: { en: 'Limited', km: 'មានកម្រិត' },
  unknown: { en: 'Unknown: no source states it for the day', km: 'មិនដឹង៖ គ្មានប្រភពណាបញ្ជាក់សម្រាប់ថ្ងៃនោះ' },
};

/** Named crossings with their status on a day, as a sheet. They are facts of the border, in no edition and never invented. */
export function toCrossingsSheet({ on, source, crossings }: CrossingsExport): ExportSheet {
  const fields: ExportField<Crossing>[] = [
    field('crossing', { en: 'Crossing', km: 'ច្រកព្រំដែន' }, '#loc+crossing+code', ({ id }) => id),
    field('name_en', { en: 'Name', km: 'ឈ្មោះ (អង់គ្លេស)' }, '#loc+crossing+name+i_en', ({ nameEn }) => nameEn),
    field('name_km', { en: 'Name in Khmer', km: 'ឈ្មោះ (ខ្មែរ)' }, '#loc+crossing+name+i_km', ({ nameKm }) => nameKm),
    field('province_code', { en: 'Province code', km: 'លេខកូដខេត្ត' }, '#adm1+code', ({ province }) => province),
    field('country', { en: 'Country across', km: 'ប្រទេសម្ខាង' }, '#country+code', ({ country }) => country),
    field('opposite_name', { en: 'Name across', km: 'ឈ្មោះនៅម្ខាង' }, '#loc+opposite+name', ({ oppositeName }) => oppositeName),
    field('opposite_province', { en: 'Province across', km: 'ខេត្តនៅម្ខាង' }, '#adm1+opposite', ({ oppositeProvince }) => oppositeProvince),
    field('category', { en: 'Category', km: 'ប្រភេទ' }, '#loc+type', ({ category }) => category),
    field('status', { en: 'Status', km: 'ស្ថានភាព' }, '#status+code', ({ status }) => status),
    field('status_en', { en: 'Status in words', km: 'ស្ថានភាព (អង់គ្លេស)' }, '#status+i_en', ({ status }) => STATUSES[status].en),
    field('status_km', { en: 'Status in Khmer', km: 'ស្ថានភាព (ខ្មែរ)' }, '#status+i_km', ({ status }) => STATUSES[status].km),
    field('status_on', { en: 'Status on', km: 'ស្ថានភាពត្រឹមថ្ងៃ' }, '#date+status', () => on),
    field('status_from', { en: 'Stated from', km: 'បញ្ជាក់ពីថ្ងៃ' }, '#date+start', ({ statusFrom }) => statusFrom),
    field('status_source', { en: 'Source of the status', km: 'ប្រភពនៃស្ថានភាព' }, '#meta+source+status', ({ statusSource }) => statusSource),
    field('accuracy', { en: 'Accuracy of the point', km: 'ភាពត្រឹមត្រូវនៃចំណុច' }, '#geo+precision', ({ accuracy }) => accuracy),
    field('source', { en: 'Source', km: 'ប្រភព' }, '#meta+source', () => source),
  ];
  return toSheet(fields, crossings, []);
}
