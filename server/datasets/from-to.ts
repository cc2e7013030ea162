import type { z } from 'zod';
import { complaint, DayCell, needed } from './cells.ts';
import { column } from './column.ts';
import type { Column } from './dataset.ts';

/** Columns of the days from which and to which something holds. */
export const FROM_TO_COLUMNS: readonly Column[] = [
  column('from-on', {
    label: { en: 'First day', km: 'ថ្ងៃចាប់ផ្តើម' },
    explanation: { en: 'YYYY-MM-DD or a date cell.', km: 'ឆ្នាំ-ខែ-ថ្ងៃ។' },
    synonyms: ['from', 'since'],
    isRequired: true,
  }),
  column('to-on', {
    label: { en: 'Last day', km: 'ថ្ងៃបញ្ចប់' },
    explanation: { en: 'Blank while it goes on.', km: 'ទុកទទេពេលនៅបន្ត។' },
    synonyms: ['to', 'until'],
  }),
];

export const FROM_TO_CELLS = { 'from-on': needed(DayCell), 'to-on': DayCell };

/** Complains where the last day is before the first. */
export function checkFromTo(row: { 'from-on': string; 'to-on': string | null }, context: z.RefinementCtx): void {
  const isBefore = row['to-on'] !== null && row['to-on'] < row['from-on'];
  if (isBefore) context.addIssue({ ...complaint('before-first-day'), path: ['to-on'] });
}
