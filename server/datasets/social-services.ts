import { z } from 'zod';
import { rowIssue } from '../contracts/row-issues.ts';
import { observe } from '../domain/statements/statement.ts';
import { CountCell, PlaceCell, reportedCode, toIssues, YearCell } from './cells.ts';
import { column } from './column.ts';
import type { Cells, Column, StatementDataset } from './dataset.ts';
import { NAME_COLUMNS, PERIOD_COLUMN, PLACE_COLUMN } from './place-columns.ts';
import { sumNumbers } from './sum.ts';

/** Kinds of service points that a child can be referred to. */
export const SERVICES = [
  { code: 'social-affairs', en: 'Offices of social affairs', km: 'ការិយាល័យសង្គមកិច្ច' },
  { code: 'health-centre', en: 'Health centres', km: 'មណ្ឌលសុខភាព' },
  { code: 'police-post', en: 'Police posts', km: 'ប៉ុស្តិ៍នគរបាល' },
  { code: 'shelter', en: 'Shelters', km: 'មណ្ឌលស្នាក់នៅបណ្តោះអាសន្ន' },
  { code: 'legal-aid', en: 'Legal aid', km: 'សេវាច្បាប់' },
] as const;

const COLUMNS: readonly Column[] = [
  PLACE_COLUMN,
  PERIOD_COLUMN,
  ...SERVICES.map(({ code, en, km }) =>
    column(code, {
      label: { en, km },
      explanation: { en: 'How many there are in the commune; 0 = none, blank = not known.', km: 'ចំនួនក្នុងឃុំ ០ = គ្មាន ទទេ = មិនដឹង។' },
    }),
  ),
];

const Row = z.object({
  pcode: PlaceCell,
  period: YearCell,
  services: z.object(Object.fromEntries(SERVICES.map(({ code }) => [code, CountCell]))),
});

/** Service points by kind: one row a commune and year. */
export const socialServices: StatementDataset = {
  id: 'social-services',
  name: { en: 'Social services', km: 'សេវាសង្គម' },
  summary: 'service points by kind and commune; a blank is not known, never zero',
  keeps: 'statements',
  source: () => 'Register of social services',
  columns: () => [...COLUMNS, ...NAME_COLUMNS],
  showsNames: false,
  read(cells: Cells) {
    const read = Row.safeParse({ ...cells, services: cells });
    if (!read.success) return { issues: toIssues(read.error), code: reportedCode(cells['pcode']) };
    const { pcode, period, services } = read.data;
    const observations = SERVICES.flatMap(({ code }) => {
      const number = services[code];
      return typeof number === 'number' ? [observe('service-points', number, { category: code })] : [];
    });
    if (observations.length === 0) return { issues: [rowIssue('nothing-stated')], code: reportedCode(cells['pcode']) };
    return { place: pcode, said: { subject: 'social-services', pcode: pcode.slice(0, 6), period, observations, findings: null } };
  },
  sum: sumNumbers,
  complete: (statement) => statement,
  examples: [{ pcode: '990101', period: 2025, 'health-centre': 1, 'police-post': 1, shelter: 0 }],
};
