import { z } from 'zod';
import { THEMES } from '../../data/vocabulary/vocabulary.ts';
import type { NetworkReportRecord } from '../domain/records/record.ts';
import { CountCell, complaint, needed, QuarterCell, RecordCell, toIssues } from './cells.ts';
import { column } from './column.ts';
import type { Cells, Column, Register, Text } from './dataset.ts';
import { NETWORK_COLUMN } from './networks.ts';

/** What is counted, by column. */
const COUNTS: readonly { key: string; label: Text; explanation: Text; synonyms?: readonly string[] }[] = [
  {
    key: 'sessions',
    label: { en: 'Awareness sessions', km: 'វគ្គផ្សព្វផ្សាយ' },
    explanation: { en: 'How many were held in the quarter; 0 = none.', km: 'ចំនួនវគ្គក្នុងត្រីមាស ០ = គ្មាន។' },
    synonyms: ['awareness sessions held'],
  },
  {
    key: 'people-reached',
    label: { en: 'People reached', km: 'ចំនួនមនុស្សដែលបានទទួលព័ត៌មាន' },
    explanation: { en: 'How many people took part in these sessions.', km: 'ចំនួនមនុស្សដែលបានចូលរួមវគ្គទាំងនេះ។' },
  },
  {
    key: 'cases-monitored',
    label: { en: 'Cases monitored', km: 'ករណីដែលបានតាមដាន' },
    explanation: { en: 'Suspected or reported cases the network watched; counts only.', km: 'ករណីសង្ស័យ ឬបានរាយការណ៍ដែលបណ្តាញតាមដាន មានតែចំនួន។' },
  },
  {
    key: 'cases-reported',
    label: { en: 'Cases reported to authorities', km: 'ករណីដែលបានរាយការណ៍ទៅអាជ្ញាធរ' },
    explanation: { en: 'Of the cases monitored; counts only.', km: 'ក្នុងចំណោមករណីដែលបានតាមដាន មានតែចំនួន។' },
  },
  {
    key: 'children-referred',
    label: { en: 'Children referred to social services', km: 'កុមារដែលបានបញ្ជូនទៅសេវាសង្គម' },
    explanation: { en: 'Counts only, no names.', km: 'មានតែចំនួន គ្មានឈ្មោះ។' },
  },
];

/** Numbers by topic: the key of the column, the field of the record and the total that no topic is above. */
const BY_TOPIC = [
  { part: 'sessions', field: 'sessions', label: { en: 'Sessions about', km: 'វគ្គអំពី' } },
  { part: 'people-reached', field: 'peopleReached', label: { en: 'People reached about', km: 'ចំនួនមនុស្សដែលបានទទួលព័ត៌មានអំពី' } },
] as const;

const COLUMNS: readonly Column[] = [
  NETWORK_COLUMN,
  column('quarter', {
    label: { en: 'Quarter', km: 'ត្រីមាស' },
    explanation: { en: 'For example 2025-Q3.', km: 'ឧទាហរណ៍ 2025-Q3។' },
    synonyms: ['period', 'reporting quarter'],
    isRequired: true,
  }),
  ...COUNTS.map(({ key, ...about }) => column(key, { ...about, isRequired: true })),
  column('cases-suspected', {
    label: { en: 'Of these cases: suspected only', km: 'ក្នុងនោះ៖ ករណីគ្រាន់តែសង្ស័យ' },
    explanation: {
      en: 'Of the cases monitored, those nobody had reported to the network; blank where nobody counted them.',
      km: 'ក្នុងចំណោមករណីដែលបានតាមដាន ករណីដែលគ្មាននរណារាយការណ៍ប្រាប់បណ្តាញ ទុកទទេប្រសិនបើមិនបានរាប់។',
    },
  }),
  ...BY_TOPIC.flatMap(({ part, label }) =>
    THEMES.map(({ code, en, km }) =>
      column(`${part}-${code}`, {
        label: { en: `${label.en} ${en.toLowerCase()}`, km: `${label.km}${km}` },
        explanation: {
          en: 'Part of the total. One session may have several topics: they do not add up to it.',
          km: 'ផ្នែកមួយនៃចំនួនសរុប។ វគ្គមួយអាចមានប្រធានបទច្រើន៖ មិនបូកបានចំនួនសរុបទេ។',
        },
      }),
    ),
  ),
];

const Row = z
  .object({
    'network-code': needed(RecordCell),
    quarter: needed(QuarterCell),
    sessions: needed(CountCell),
    'people-reached': needed(CountCell),
    'cases-monitored': needed(CountCell),
    'cases-reported': needed(CountCell),
    'children-referred': needed(CountCell),
    'cases-suspected': CountCell,
    topics: z.object(Object.fromEntries(BY_TOPIC.flatMap(({ part }) => THEMES.map(({ code }) => [`${part}-${code}`, CountCell])))),
  })
  .superRefine((row, context) => {
    const within = (column: string, number: number | null | undefined, other: 'cases-monitored' | 'sessions' | 'people-reached') => {
      if ((number ?? 0) > row[other]) context.addIssue({ ...complaint('more-than', { other }), path: [column] });
    };
    within('cases-reported', row['cases-reported'], 'cases-monitored');
    within('cases-suspected', row['cases-suspected'], 'cases-monitored');
    for (const { part } of BY_TOPIC) {
      for (const { code } of THEMES) within(`${part}-${code}`, row.topics[`${part}-${code}`], part);
    }
  });

/** Quarterly reports of networks: one row a network and quarter, counts only. */
export const networkReports: Register<'network-reports'> = {
  id: 'network-reports',
  name: { en: 'Quarterly reports of networks', km: 'របាយការណ៍ប្រចាំត្រីមាសរបស់បណ្តាញ' },
  summary: 'quarterly reports of networks, counts only; the networks come in first',
  keeps: 'records',
  placeField: undefined,
  source: () => 'Quarterly reports of networks',
  columns: () => COLUMNS,
  showsNames: false,
  read(cells: Cells) {
    const read = Row.safeParse({ ...cells, topics: cells });
    if (!read.success) return { issues: toIssues(read.error), code: null };
    const row = read.data;
    return {
      place: null,
      said: {
        network: row['network-code'],
        period: row.quarter,
        sessions: row.sessions,
        peopleReached: row['people-reached'],
        casesMonitored: row['cases-monitored'],
        casesReported: row['cases-reported'],
        childrenReferred: row['children-referred'],
        casesSuspected: row['cases-suspected'],
        byTopic: toTopics(row.topics),
      },
    };
  },
  toCells: (record) => ({
    'network-code': record.network,
    quarter: record.period,
    sessions: record.sessions,
    'people-reached': record.peopleReached,
    'cases-monitored': record.casesMonitored,
    'cases-reported': record.casesReported,
    'children-referred': record.childrenReferred,
    'cases-suspected': record.casesSuspected,
    ...Object.fromEntries(
      BY_TOPIC.flatMap(({ part, field }) => THEMES.map(({ code }) => [`${part}-${code}`, record.byTopic[code]?.[field] ?? null])),
    ),
  }),
  networkOf: ({ network }) => network,
  examples: [
    {
      'network-code': 'CPN-9901-01',
      quarter: '2025-Q3',
      sessions: 4,
      'people-reached': 85,
      'cases-monitored': 2,
      'cases-reported': 0,
      'children-referred': 1,
      'cases-suspected': 1,
      'sessions-safe-migration': 3,
      'people-reached-safe-migration': 60,
      'sessions-referral': 2,
    },
  ],
};

/** The numbers of each topic that any is stated of. */
function toTopics(topics: Readonly<Record<string, number | null>>): NetworkReportRecord['byTopic'] {
  return Object.fromEntries(
    THEMES.flatMap(({ code }) => {
      const numbers = { sessions: topics[`sessions-${code}`] ?? null, peopleReached: topics[`people-reached-${code}`] ?? null };
      return numbers.sessions === null && numbers.peopleReached === null ? [] : [[code, numbers] as const];
    }),
  );
}
