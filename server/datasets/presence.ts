import { z } from 'zod';
import { ORGANISATIONS } from '../../data/vocabulary/vocabulary.ts';
import { PROGRAMME_TERMS } from '../../data/vocabulary/work.ts';
import { AnyPlaceCell, codeCell, needed, reportedCode, toIssues } from './cells.ts';
import { column } from './column.ts';
import type { Cells, Column, Register } from './dataset.ts';
import { checkFromTo, FROM_TO_CELLS, FROM_TO_COLUMNS } from './from-to.ts';
import { PLACE_COLUMN } from './place-columns.ts';

const COLUMNS: readonly Column[] = [
  {
    ...PLACE_COLUMN,
    explanation: { en: 'Code of the province (2 digits), district (4) or commune (6).', km: 'លេខកូដខេត្ត (២ ខ្ទង់) ស្រុក (៤) ឬឃុំ (៦)។' },
    synonyms: [...PLACE_COLUMN.synonyms, 'province code', 'district code'],
  },
  column('organisation', {
    label: { en: 'Organisation', km: 'អង្គការ' },
    explanation: { en: 'A code from the list.', km: 'លេខកូដពីបញ្ជី។' },
    codes: ORGANISATIONS,
    isRequired: true,
  }),
  column('programme', {
    label: { en: 'Programme', km: 'កម្មវិធី' },
    explanation: { en: 'A code from the list.', km: 'លេខកូដពីបញ្ជី។' },
    codes: PROGRAMME_TERMS,
    isRequired: true,
  }),
  ...FROM_TO_COLUMNS,
];

const Row = z
  .object({
    pcode: AnyPlaceCell,
    organisation: needed(codeCell(ORGANISATIONS)),
    programme: needed(codeCell(PROGRAMME_TERMS)),
    ...FROM_TO_CELLS,
  })
  .superRefine(checkFromTo);

/** Which organisation runs what where, from when to when: one row an organisation, place, programme and first day. */
export const presence: Register<'presence'> = {
  id: 'presence',
  name: { en: 'Who works where', km: 'អ្នកណាធ្វើការនៅទីណា' },
  summary: 'which organisation runs which programme where, from when to when',
  keeps: 'records',
  placeField: 'pcode',
  source: () => 'Register of partners',
  columns: () => COLUMNS,
  showsNames: false,
  read(cells: Cells) {
    const read = Row.safeParse(cells);
    if (!read.success) return { issues: toIssues(read.error), code: reportedCode(cells['pcode']) };
    const { pcode, organisation, programme, 'from-on': fromOn, 'to-on': toOn } = read.data;
    return { place: pcode, said: { organisation, pcode, programme, fromOn, toOn } };
  },
  toCells: (record) => ({
    pcode: record.pcode,
    organisation: record.organisation,
    programme: record.programme,
    'from-on': record.fromOn,
    'to-on': record.toOn,
  }),
  organisationOf: ({ organisation }) => organisation,
  examples: [{ pcode: '99', organisation: 'cambodia-acts', programme: 'vsnp', 'from-on': new Date('2021-01-01T00:00:00Z') }],
};
