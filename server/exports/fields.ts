import { DEMONSTRATION_MARK } from '../contracts/import.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { ExportField, Text } from './sheet.ts';

/** Names of provinces, districts and communes by their code. */
export type PlaceNames = ReadonlyMap<Pcode, { nameEn: string; nameKm: string }>;

/** What a file says of its numbers, in both languages, on every row and of the whole. */
const KINDS = {
  demonstration: `${DEMONSTRATION_MARK}, invented · ទិន្នន័យសាកល្បង`,
  real: 'Exact numbers: for managers only · តួលេខពិតប្រាកដ៖ សម្រាប់តែអ្នកគ្រប់គ្រង',
} as const;

/** Whether the numbers of an edition are invented, in words of both languages. */
export function kindOf({ isDemonstration }: { isDemonstration: boolean }): string {
  return isDemonstration ? KINDS.demonstration : KINDS.real;
}

/** Code and names of a place and of what it lies in; blank below its own level. */
export function placeFields<Row extends { pcode: Pcode }>(names: PlaceNames): ExportField<Row>[] {
  const nameAt = (digits: number, key: 'nameEn' | 'nameKm') => (row: Row) =>
    row.pcode.length < digits ? null : (names.get(row.pcode.slice(0, digits))?.[key] ?? null);
  const part = (key: string, digits: number, word: Text): ExportField<Row>[] => [
    field(`${key}_code`, { en: `${word.en} code`, km: `លេខកូដ${word.km}` }, `#adm${digits / 2}+code`, ({ pcode }) =>
      pcode.length < digits ? null : pcode.slice(0, digits),
    ),
    field(`${key}_en`, { en: `${word.en}, English`, km: `${word.km} (អង់គ្លេស)` }, `#adm${digits / 2}+name+i_en`, nameAt(digits, 'nameEn')),
    field(`${key}_km`, { en: `${word.en}, Khmer`, km: `${word.km} (ខ្មែរ)` }, `#adm${digits / 2}+name+i_km`, nameAt(digits, 'nameKm')),
  ];
  return [
    field('pcode', { en: 'Place code, as text', km: 'លេខកូដទីកន្លែង ជាអក្សរ' }, '#loc+code', ({ pcode }) => pcode),
    ...part('province', 2, { en: 'Province', km: 'ខេត្ត' }),
    ...part('district', 4, { en: 'District', km: 'ស្រុក' }),
    ...part('commune', 6, { en: 'Commune', km: 'ឃុំ' }),
  ];
}

/** A field, explained by its label unless more is said. */
export function field<Row>(
  key: string,
  label: Text,
  hxl: string,
  cell: ExportField<Row>['cell'],
  explanation: Text = label,
): ExportField<Row> {
  return { key, label, hxl, explanation, cell };
}

/** The column that says what kind of data a file holds, and what it says. */
export function kindMark<Row>(edition: { isDemonstration: boolean }): { mark: ExportField<Row>; data: string } {
  const data = kindOf(edition);
  const mark = field<Row>('data', { en: 'Kind of data', km: 'ប្រភេទទិន្នន័យ' }, '#meta+kind', () => data, {
    en: 'Demonstration data is invented and cannot be loaded.',
    km: 'ទិន្នន័យសាកល្បងត្រូវបានបង្កើត ហើយមិនអាចផ្ទុកបានទេ។',
  });
  return { mark, data };
}
