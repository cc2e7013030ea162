import { z } from 'zod';
import { GROUPS, ORGANISATIONS } from '../../data/vocabulary/vocabulary.ts';
import { CountCell, codeCell, complaint, DayCell, needed, PlaceCell, RecordCell, reportedCode, toIssues } from './cells.ts';
import { column } from './column.ts';
import type { Cells, Column, Register } from './dataset.ts';
import { NAME_COLUMNS, PLACE_COLUMN } from './place-columns.ts';

const membersKey = (group: string) => `members-${group}`;

/** Column of a network's own code. */
export const NETWORK_COLUMN: Column = column('network-code', {
  label: { en: 'Network code', km: 'លេខកូដបណ្តាញ' },
  explanation: {
    en: 'Code of the network in your register, for example CPN-0102-03. The same code again replaces what was said of it before.',
    km: 'លេខកូដបណ្តាញក្នុងបញ្ជីរបស់អ្នក ឧទាហរណ៍ CPN-0102-03។ លេខកូដដដែលជំនួសអ្វីដែលបានបញ្ចូលពីមុន។',
  },
  synonyms: ['network', 'cpn code', 'code of network'],
  isRequired: true,
});

const COLUMNS: readonly Column[] = [
  PLACE_COLUMN,
  NETWORK_COLUMN,
  column('organisation', {
    label: { en: 'Organisation', km: 'អង្គការ' },
    explanation: { en: 'Organisation that looks after the network: a code from the list.', km: 'អង្គការដែលទទួលបន្ទុកបណ្តាញ៖ លេខកូដពីបញ្ជី។' },
    codes: ORGANISATIONS,
    isRequired: true,
  }),
  column('founded-on', {
    label: { en: 'Founded on', km: 'ថ្ងៃបង្កើត' },
    explanation: { en: 'YYYY-MM-DD or a date cell.', km: 'ឆ្នាំ-ខែ-ថ្ងៃ។' },
    synonyms: ['founded', 'date founded', 'established'],
    isRequired: true,
  }),
  column('closed-on', {
    label: { en: 'Closed on', km: 'ថ្ងៃបិទ' },
    explanation: { en: 'Blank while the network exists.', km: 'ទុកទទេពេលបណ្តាញនៅមាន។' },
    synonyms: ['closed'],
  }),
  column('villages-covered', {
    label: { en: 'Villages covered', km: 'ចំនួនភូមិដែលបានគ្របដណ្តប់' },
    explanation: { en: 'How many villages the network works in.', km: 'ចំនួនភូមិដែលបណ្តាញធ្វើការ។' },
    synonyms: ['villages'],
  }),
  column('child-peer-educators', {
    label: { en: 'Child-Peer Educators', km: 'កុមារអប់រំមិត្ត' },
    explanation: { en: 'How many; no names.', km: 'ចំនួន គ្មានឈ្មោះ។' },
    synonyms: ['cpe', 'peer educators'],
  }),
  ...GROUPS.map(({ code, en, km }) =>
    column(membersKey(code), {
      label: { en: `Members: ${en.toLowerCase()}`, km: `សមាជិក៖ ${km}` },
      explanation: { en: 'How many members of this group; no names.', km: 'ចំនួនសមាជិកក្រុមនេះ គ្មានឈ្មោះ។' },
    }),
  ),
];

const Row = z
  .object({
    pcode: PlaceCell,
    'network-code': needed(RecordCell),
    organisation: needed(codeCell(ORGANISATIONS)),
    'founded-on': needed(DayCell),
    'closed-on': DayCell,
    'villages-covered': CountCell,
    'child-peer-educators': CountCell,
    members: z.object(Object.fromEntries(GROUPS.map(({ code }) => [membersKey(code), CountCell]))),
  })
  .superRefine((row, context) => {
    const isBefore = row['closed-on'] !== null && row['closed-on'] < row['founded-on'];
    if (isBefore) context.addIssue({ ...complaint('before-founding'), path: ['closed-on'] });
  });

/** The register of Child Protection Networks: one row a network. */
export const networks: Register<'networks'> = {
  id: 'networks',
  name: { en: 'Register of Child Protection Networks', km: 'បញ្ជីបណ្តាញការពារកុមារ' },
  summary: 'register of Child Protection Networks; a code again replaces what was said of it before',
  keeps: 'records',
  placeField: 'pcode',
  source: () => 'Register of Child Protection Networks',
  columns: () => [...COLUMNS, ...NAME_COLUMNS],
  showsNames: false,
  read(cells: Cells) {
    const read = Row.safeParse({ ...cells, members: cells });
    if (!read.success) return { issues: toIssues(read.error), code: reportedCode(cells['pcode']) };
    const row = read.data;
    const members = GROUPS.flatMap(({ code }) => {
      const number = row.members[membersKey(code)];
      return typeof number === 'number' ? [[code, number] as const] : [];
    });
    return {
      place: row.pcode,
      said: {
        code: row['network-code'],
        pcode: row.pcode.slice(0, 6),
        organisation: row.organisation,
        foundedOn: row['founded-on'],
        closedOn: row['closed-on'],
        villagesCovered: row['villages-covered'],
        childPeerEducators: row['child-peer-educators'],
        members: Object.fromEntries(members),
      },
    };
  },
  toCells: (record) => ({
    pcode: record.pcode,
    'network-code': record.code,
    organisation: record.organisation,
    'founded-on': record.foundedOn,
    'closed-on': record.closedOn,
    'villages-covered': record.villagesCovered,
    'child-peer-educators': record.childPeerEducators,
    ...Object.fromEntries(Object.entries(record.members).map(([group, number]) => [membersKey(group), number])),
  }),
  organisationOf: ({ organisation }) => organisation,
  examples: [
    {
      pcode: '990101',
      'network-code': 'CPN-9901-01',
      organisation: 'cambodia-acts',
      'founded-on': new Date('2021-05-20T00:00:00Z'),
      'villages-covered': 5,
      'child-peer-educators': 8,
      'members-commune-council': 3,
      'members-police': 1,
      'members-teachers': 2,
    },
  ],
};
