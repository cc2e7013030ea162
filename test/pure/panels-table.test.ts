import type { Coverage, DenominatorColumns, Indicator, LevelColumns, PlaceColumns, PlaceValue } from '@atlas/server/contracts';
import { describe, expect, it } from 'vitest';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { indexOfPlace, nameOfPlace } from '../../web/cartography/place-names.ts';
import { countRows, toScale } from '../../web/cartography/scale.ts';
import { rowsInView, scrollToMiddle, scrollToRow } from '../../web/panels/row-window.ts';
import { columnsOf, filterRows, sortRows } from '../../web/panels/table-order.ts';
import { countByRow, toTableRows } from '../../web/panels/table-rows.ts';

const RATE: Indicator = {
  id: 'high-risk-children-rate',
  name: { en: 'High-risk children', km: 'កុមារ' },
  unit: { en: 'per 1,000 children', km: 'ក្នុង ១.០០០' },
  description: { en: 'd', km: 'd' },
  source: { en: 's', km: 's' },
  kind: 'rate',
  subject: 'vsnp-assessments',
  numerator: 'high-risk-children',
  denominator: { subject: 'population', measure: 'children', ageBand: '0-17' },
  per: 1000,
  decimals: 1,
  breaks: [4, 8, 14, 22],
  palette: 'need',
  order: 1,
  periods: ['2025'],
  maximum: 40,
};

function columns(places: readonly (readonly [pcode: string, nameEn: string, nameKm: string])[], shapes: string): LevelColumns {
  return {
    pcodes: places.map(([pcode]) => pcode),
    namesEn: places.map(([, nameEn]) => nameEn),
    namesKm: places.map(([, , nameKm]) => nameKm),
    lngs: places.map(() => 103),
    lats: places.map(() => 13),
    shapes,
  };
}

const COMMUNES = columns(
  [
    ['010201', 'Banteay Neang', 'បន្ទាយនាង'],
    ['010202', 'Bat Trang', 'បត់\u200bត្រង់'],
    ['010203', 'Chamnaom', ''],
    ['020101', 'Kantueu Muoy', 'កន្ទឺ ១'],
    ['020102', 'Kantueu Pir', 'កន្ទឺ ២'],
  ],
  'ppapp',
);
const PLACES: PlaceColumns = {
  edition: 'small',
  levels: {
    province: columns(
      [
        ['01', 'Banteay Meanchey', 'បន្ទាយមានជ័យ'],
        ['02', 'Battambang', 'បាត់ដំបង'],
      ],
      'pp',
    ),
    district: columns(
      [
        ['0102', 'Mongkol Borei', 'មង្គលបូរី'],
        ['0201', 'Banan', 'បាណន់'],
      ],
      'pp',
    ),
    commune: COMMUNES,
  },
};
const VALUES: PlaceValue[] = [
  { state: 'value', value: 24, numerator: 48 },
  { state: 'zero' },
  { state: 'not-assessed' },
  { state: 'value', value: 9.5, numerator: 19 },
  { state: 'no-denominator', numerator: 7 },
];
const DENOMINATORS: DenominatorColumns = {
  edition: 'small',
  indicator: RATE.id,
  level: 'commune',
  period: '2025',
  denominatorYears: [{ year: '2024', communes: 4 }],
  placeOrder: 'hash',
  present: 'yyyyn',
  values: [2000, 1500, 1800, 2000],
};
const COVERAGE: Coverage = {
  edition: 'small',
  on: '2025-12-31',
  organisation: null,
  placeOrder: 'hash',
  statuses: 'andaa',
  nearestActiveMeters: [0, 5000, 8000, 0, 0],
  nearestActive: ['a', 'a', 'a', 'b', 'c'],
  reachMeters: 15_000,
  summary: { active: 3, dormant: 1, communesInReach: 5, communes: 5, identified: 74, identifiedInReach: 74 },
};
const SCALE = toScale(RATE, LIGHT);
const LEGEND = SCALE.rows.map(({ row }) => row);
const PARTS = { level: COMMUNES, places: PLACES, values: VALUES, scale: SCALE, denominators: DENOMINATORS, coverage: COVERAGE } as const;
const ROWS = toTableRows({ ...PARTS, language: 'en' });
const codes = (rows: readonly { pcode: string }[]) => rows.map(({ pcode }) => pcode);

describe('the table of places', () => {
  it('shows the numbers and states of the map, each with what it was rated by', () => {
    expect(ROWS.map(({ value, numerator, denominator, scaleRow }) => [value, numerator, denominator, scaleRow.row])).toEqual([
      [24, 48, 2000, 'class-4'],
      [0, 0, 1500, 'zero'],
      [undefined, undefined, 1800, 'not-assessed'],
      [9.5, 19, 2000, 'class-2'],
      [undefined, 7, undefined, 'no-denominator'],
    ]);
  });

  it('has as many places in each state as the legend', () => {
    const legend = countRows(SCALE, VALUES);
    for (const [row, count] of countByRow(ROWS)) expect(legend.get(row)).toBe(count);
    expect([...countByRow(ROWS).values()].reduce((sum, count) => sum + count, 0)).toBe(VALUES.length);
  });

  it('marks a place without a polygon, and falls back to English where no Khmer name is known', () => {
    const rows = toTableRows({ ...PARTS, language: 'km' });
    expect(rows[2]).toMatchObject({ name: 'Chamnaom', parent: 'មង្គលបូរី', isDrawn: false });
  });

  it('counts communes with an active network in a district', () => {
    const level = PLACES.levels.district ?? COMMUNES;
    const rows = toTableRows({ ...PARTS, level, values: [{ state: 'zero' }, { state: 'zero' }], denominators: undefined, language: 'en' });
    expect(rows.map(({ network }) => network)).toEqual([
      { active: 1, communes: 3 },
      { active: 2, communes: 2 },
    ]);
  });

  it('shows no number for a place whose values could not be loaded, and never a zero', () => {
    const [row] = toTableRows({ ...PARTS, values: [], language: 'en' });
    expect(row).toMatchObject({ value: undefined, numerator: undefined, scaleRow: { row: 'failed' } });
  });

  it('has no columns of a rate where children are only counted', () => {
    expect(columnsOf('count')).not.toContain('denominator');
    expect(columnsOf('rate')).toContain('denominator');
  });
});

describe('the order of the table', () => {
  const order = (column: Parameters<typeof sortRows>[1]['column'], direction: 'ascending' | 'descending') =>
    codes(sortRows(ROWS, { column, direction }, { language: 'en', legend: LEGEND }));

  it('puts places without a number last in both directions: nobody knows where they belong', () => {
    expect(order('value', 'descending')).toEqual(['010201', '020101', '010202', '010203', '020102']);
    expect(order('value', 'ascending')).toEqual(['010202', '020101', '010201', '010203', '020102']);
  });

  it('sorts states as the legend does', () => {
    expect(order('state', 'ascending')).toEqual(['020101', '010201', '010202', '010203', '020102']);
  });

  it('sorts networks from none to active, equals by code', () => {
    expect(order('network', 'ascending')).toEqual(['010202', '010203', '010201', '020101', '020102']);
  });
});

describe('the filters of the table', () => {
  const fitting = (filter: Partial<Parameters<typeof filterRows>[1]>) =>
    codes(filterRows(ROWS, { text: '', row: undefined, province: undefined, ...filter }));

  it('find a name in either language, with or without the invisible breaks of Khmer text', () => {
    expect(fitting({ text: 'NEANG' })).toEqual(['010201']);
    expect(fitting({ text: 'បត់ត្រង់' })).toEqual(['010202']);
  });

  it('find a code that has lost its leading zero, or is written in Khmer digits', () => {
    expect(fitting({ text: '10203' })).toEqual(['010203']);
    expect(fitting({ text: '០២០១' })).toEqual(['020101', '020102']);
  });

  it('narrow to a row of the legend and to a province', () => {
    expect(fitting({ row: 'not-assessed' })).toEqual(['010203']);
    expect(fitting({ province: '02' })).toEqual(['020101', '020102']);
  });
});

describe('names and rows', () => {
  it('find a place by its code, and name an unknown one by its code', () => {
    expect(indexOfPlace(COMMUNES, '020102')).toBe(4);
    expect(indexOfPlace(COMMUNES, '010204')).toBeUndefined();
    expect(nameOfPlace(PLACES, '02', 'km')).toBe('បាត់ដំបង');
    expect(nameOfPlace(PLACES, '030101', 'en')).toBe('030101');
  });

  it('draw only the rows in view and a few around them', () => {
    expect(rowsInView({ scrollTop: 0, heightPixels: 480 }, 48, 1652)).toEqual({ first: 0, end: 18 });
    expect(rowsInView({ scrollTop: 4800, heightPixels: 480 }, 48, 1652)).toEqual({ first: 92, end: 118 });
    expect(rowsInView({ scrollTop: 99_999, heightPixels: 480 }, 48, 5)).toEqual({ first: 0, end: 5 });
  });

  it('scroll no further than is needed to see a row whole', () => {
    const row = { rowPixels: 48, headPixels: 44 };
    expect(scrollToRow({ scrollTop: 0, heightPixels: 524 }, { row: 5, ...row })).toBe(0);
    expect(scrollToRow({ scrollTop: 0, heightPixels: 524 }, { row: 20, ...row })).toBe(528);
    expect(scrollToRow({ scrollTop: 960, heightPixels: 524 }, { row: 3, ...row })).toBe(144);
  });

  it('put a place chosen on the map in the middle, unless it is seen already', () => {
    const row = { rowPixels: 48, headPixels: 44 };
    expect(scrollToMiddle({ scrollTop: 0, heightPixels: 524 }, { row: 100, ...row })).toBe(4584);
    expect(scrollToMiddle({ scrollTop: 0, heightPixels: 524 }, { row: 9, ...row })).toBe(0);
  });
});
