import { z } from 'zod';
import { CROSSINGS } from '../../data/facts/crossings.ts';
import { CROSSING_STATUS_TERMS, STATUS_SOURCE_TERMS } from '../../data/vocabulary/work.ts';
import { CrossingStatus } from '../contracts/crossing.ts';
import { codeCell, needed, toIssues } from './cells.ts';
import { column } from './column.ts';
import type { Cells, Column, Register } from './dataset.ts';
import { checkFromTo, FROM_TO_CELLS, FROM_TO_COLUMNS } from './from-to.ts';

const CROSSING_TERMS = CROSSINGS.map(({ id, nameEn, nameKm }) => ({ code: id, en: nameEn, km: nameKm }));

const COLUMNS: readonly Column[] = [
  column('crossing', {
    label: { en: 'Crossing', km: 'ច្រកព្រំដែន' },
    explanation: { en: 'Named crossing: a code from the list.', km: 'ច្រកព្រំដែន៖ លេខកូដពីបញ្ជី។' },
    codes: CROSSING_TERMS,
    isRequired: true,
  }),
  column('status', {
    label: { en: 'Status', km: 'ស្ថានភាព' },
    explanation: { en: 'A code from the list.', km: 'លេខកូដពីបញ្ជី។' },
    codes: CROSSING_STATUS_TERMS,
    isRequired: true,
  }),
  ...FROM_TO_COLUMNS,
  column('source', {
    label: { en: 'Source', km: 'ប្រភព' },
    explanation: { en: 'Who says so: a code from the list.', km: 'អ្នកបញ្ជាក់៖ លេខកូដពីបញ្ជី។' },
    codes: STATUS_SOURCE_TERMS,
    isRequired: true,
  }),
];

const Row = z
  .object({
    crossing: needed(codeCell(CROSSING_TERMS)),
    status: needed(codeCell(CROSSING_STATUS_TERMS)).pipe(CrossingStatus),
    ...FROM_TO_CELLS,
    source: needed(codeCell(STATUS_SOURCE_TERMS)),
  })
  .superRefine(checkFromTo);

/** What sources state of crossings: one row a crossing and first day. Every day no row speaks of is unknown. */
export const crossingStatuses: Register<'crossing-statuses'> = {
  id: 'crossing-statuses',
  name: { en: 'Status of crossings', km: 'ស្ថានភាពច្រកព្រំដែន' },
  summary: 'status of named crossings with its days and source; a day no row speaks of is unknown',
  keeps: 'records',
  placeField: undefined,
  source: () => 'Register of crossings',
  columns: () => COLUMNS,
  showsNames: false,
  read(cells: Cells) {
    const read = Row.safeParse(cells);
    if (!read.success) return { issues: toIssues(read.error), code: null };
    const row = read.data;
    const source = STATUS_SOURCE_TERMS.find(({ code }) => code === row.source);
    return {
      place: CROSSINGS.find(({ id }) => id === row.crossing)?.province ?? null,
      said: { crossing: row.crossing, fromOn: row['from-on'], toOn: row['to-on'], status: row.status, source: source?.en ?? '' },
    };
  },
  toCells: (record) => ({
    crossing: record.crossing,
    status: record.status,
    'from-on': record.fromOn,
    'to-on': record.toOn,
    source: STATUS_SOURCE_TERMS.find(({ en }) => en === record.source)?.code ?? null,
  }),
  // Crossings are real ones: an example left in the workbook would be taken.
  examples: [],
};
