import { z } from 'zod';
import { GROUPS, ORGANISATIONS, THEMES } from '../../data/vocabulary/vocabulary.ts';
import { AUDIENCE_TERMS, WORKSHOP_TERMS } from '../../data/vocabulary/work.ts';
import { WorkshopType } from '../contracts/workshop.ts';
import { CountCell, codeCell, complaint, DayCell, needed, PlaceCell, RecordCell, reportedCode, toIssues } from './cells.ts';
import { column } from './column.ts';
import type { Cells, Column, Register } from './dataset.ts';
import { NAME_COLUMNS, PLACE_COLUMN, POINT_COLUMNS } from './place-columns.ts';

const participantsKey = (group: string) => `participants-${group}`;

const COLUMNS: readonly Column[] = [
  PLACE_COLUMN,
  column('workshop-code', {
    label: { en: 'Workshop code', km: 'លេខកូដសិក្ខាសាលា' },
    explanation: {
      en: 'Code of the workshop in your register, for example TOT-2025-07. The same code again replaces what was said of it before.',
      km: 'លេខកូដសិក្ខាសាលាក្នុងបញ្ជីរបស់អ្នក ឧទាហរណ៍ TOT-2025-07។ លេខកូដដដែលជំនួសអ្វីដែលបានបញ្ចូលពីមុន។',
    },
    synonyms: ['workshop id', 'event code'],
    isRequired: true,
  }),
  column('type', {
    label: { en: 'Type', km: 'ប្រភេទ' },
    explanation: { en: 'A code from the list.', km: 'លេខកូដពីបញ្ជី។' },
    codes: WORKSHOP_TERMS,
    synonyms: ['workshop type'],
    isRequired: true,
  }),
  column('theme', {
    label: { en: 'Theme', km: 'ប្រធានបទ' },
    explanation: { en: 'A code from the list; for 12 December the theme of the year.', km: 'លេខកូដពីបញ្ជី សម្រាប់ ១២ ធ្នូ ប្រធានបទប្រចាំឆ្នាំ។' },
    codes: THEMES,
  }),
  column('starts-on', {
    label: { en: 'First day', km: 'ថ្ងៃចាប់ផ្តើម' },
    explanation: { en: 'YYYY-MM-DD or a date cell.', km: 'ឆ្នាំ-ខែ-ថ្ងៃ។' },
    synonyms: ['date', 'start', 'start date', 'workshop date'],
    isRequired: true,
  }),
  column('ends-on', {
    label: { en: 'Last day', km: 'ថ្ងៃបញ្ចប់' },
    explanation: { en: 'Blank where it lasted one day.', km: 'ទុកទទេប្រសិនបើមានតែមួយថ្ងៃ។' },
    synonyms: ['end', 'end date'],
  }),
  column('audience', {
    label: { en: 'Audience', km: 'អ្នកទស្សនា' },
    explanation: { en: 'A code from the list; may stay blank.', km: 'លេខកូដពីបញ្ជី អាចទុកទទេ។' },
    codes: AUDIENCE_TERMS,
  }),
  column('organiser', {
    label: { en: 'Organiser', km: 'អ្នករៀបចំ' },
    explanation: { en: 'Organisation, a code from the list.', km: 'អង្គការ លេខកូដពីបញ្ជី។' },
    codes: ORGANISATIONS,
    synonyms: ['organisation', 'organised by'],
    isRequired: true,
  }),
  column('trained-by', {
    label: { en: 'Led on from workshop', km: 'បន្តពីសិក្ខាសាលា' },
    explanation: {
      en: 'Code of the training whose people taught this one: the cascade of a training of trainers.',
      km: 'លេខកូដវគ្គបណ្តុះបណ្តាលដែលអ្នកចូលរួមបានបង្រៀនសិក្ខាសាលានេះ។',
    },
  }),
  ...GROUPS.map(({ code, en, km }) =>
    column(participantsKey(code), {
      label: { en: `Participants: ${en.toLowerCase()}`, km: `អ្នកចូលរួម៖ ${km}` },
      explanation: { en: 'How many of this group took part; no names.', km: 'ចំនួនអ្នកចូលរួមពីក្រុមនេះ គ្មានឈ្មោះ។' },
    }),
  ),
];

const LONGEST_DAYS = 31;

const Row = z
  .object({
    pcode: PlaceCell,
    'workshop-code': needed(RecordCell),
    type: needed(codeCell(WORKSHOP_TERMS)).pipe(WorkshopType),
    theme: codeCell(THEMES),
    'starts-on': needed(DayCell),
    'ends-on': DayCell,
    audience: codeCell(AUDIENCE_TERMS).pipe(z.enum(['school', 'commune', 'authority']).nullable()),
    organiser: needed(codeCell(ORGANISATIONS)),
    'trained-by': RecordCell,
    participants: z.object(Object.fromEntries(GROUPS.map(({ code }) => [participantsKey(code), CountCell]))),
  })
  .superRefine((row, context) => {
    const days = (Date.parse(row['ends-on'] ?? row['starts-on']) - Date.parse(row['starts-on'])) / 86_400_000;
    if (days < 0) context.addIssue({ ...complaint('before-first-day'), path: ['ends-on'] });
    if (days > LONGEST_DAYS) context.addIssue({ ...complaint('too-long'), path: ['ends-on'] });
    if (row['trained-by'] === row['workshop-code']) {
      context.addIssue({ ...complaint('itself'), path: ['trained-by'] });
    }
  });

/** Workshops, trainings and campaign events: one row a workshop. */
export const workshops: Register<'workshops'> = {
  id: 'workshops',
  name: { en: 'Workshops, trainings and events', km: 'សិក្ខាសាលា វគ្គបណ្តុះបណ្តាល និងព្រឹត្តិការណ៍' },
  summary: 'workshops, trainings and 12 December events; a code again replaces what was said of it before',
  keeps: 'records',
  placeField: 'pcode',
  source: () => 'Register of workshops',
  columns: () => [...COLUMNS, ...NAME_COLUMNS, ...POINT_COLUMNS],
  isPlacedByPoint: true,
  showsNames: false,
  read(cells: Cells) {
    const read = Row.safeParse({ ...cells, participants: cells });
    if (!read.success) return { issues: toIssues(read.error), code: reportedCode(cells['pcode']) };
    const row = read.data;
    const theme = THEMES.find(({ code }) => code === row.theme);
    const participants = GROUPS.flatMap(({ code }) => {
      const number = row.participants[participantsKey(code)];
      return typeof number === 'number' ? [[code, number] as const] : [];
    });
    return {
      place: row.pcode,
      said: {
        code: row['workshop-code'],
        pcode: row.pcode.slice(0, 6),
        type: row.type,
        themeEn: theme?.en ?? '',
        themeKm: theme?.km ?? '',
        startsOn: row['starts-on'],
        endsOn: row['ends-on'] ?? row['starts-on'],
        audience: row.audience,
        organiser: row.organiser,
        trainedBy: row['trained-by'],
        participants: Object.fromEntries(participants),
      },
    };
  },
  toCells: (record) => ({
    pcode: record.pcode,
    'workshop-code': record.code,
    type: record.type,
    theme: THEMES.find(({ en }) => en === record.themeEn)?.code ?? null,
    'starts-on': record.startsOn,
    'ends-on': record.endsOn,
    audience: record.audience,
    organiser: record.organiser,
    'trained-by': record.trainedBy,
    ...Object.fromEntries(Object.entries(record.participants).map(([group, number]) => [participantsKey(group), number])),
  }),
  organisationOf: ({ organiser }) => organiser,
  examples: [
    {
      pcode: '990101',
      'workshop-code': 'TOT-2025-07',
      type: 'tot',
      theme: 'child-protection',
      'starts-on': new Date('2025-07-08T00:00:00Z'),
      'ends-on': new Date('2025-07-10T00:00:00Z'),
      audience: 'authority',
      organiser: 'cambodia-acts',
      'participants-commune-council': 6,
      'participants-police': 4,
    },
    {
      pcode: '990102',
      'workshop-code': 'DEC12-2025-03',
      type: 'campaign-12-december',
      theme: 'against-trafficking',
      'starts-on': new Date('2025-12-12T00:00:00Z'),
      audience: 'school',
      organiser: 'education',
      'participants-children': 220,
    },
  ],
};
