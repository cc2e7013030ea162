import { describe, expect, it } from 'vitest';
import { codesReader, Unreadable } from '../../server/datasets/cell-readers.ts';
import { CountCell, DayCell, NumberCell, PlaceCell, reportedCode, YearCell } from '../../server/datasets/cells.ts';

type Cell = { safeParse(value: unknown): { success: boolean; data?: unknown; error?: { issues: { message: string }[] } } };
const read = (cell: Cell, value: unknown) => {
  const result = cell.safeParse(value);
  return result.success ? result.data : `! ${result.error?.issues[0]?.message}`;
};

describe('a cell of a place code', () => {
  it.each([
    ['010201', '010201'],
    [10201, '010201'],
    ['KH010201', '010201'],
    ['KH10201', '010201'],
    ['០១០២០១', '010201'],
    ['១០២០១', '010201'],
    [' 0102\u200b01 ', '010201'],
    ['0102\u000001', '010201'],
    ['02040302', '02040302'],
    [2040302, '02040302'],
  ])('written as %j is %s', (written, pcode) => {
    expect(read(PlaceCell, written)).toBe(pcode);
  });

  it('is refused for a district, a province, a word and a blank', () => {
    expect(read(PlaceCell, 102)).toBe('! 0102 is a district; a commune or village is needed');
    expect(read(PlaceCell, '1')).toBe('! 01 is a province; a commune or village is needed');
    expect(read(PlaceCell, 'Poipet')).toBe('! is no place code');
    expect(read(PlaceCell, null)).toBe('! is blank');
  });
});

describe('a cell of a count', () => {
  it('tells a blank from a zero', () => {
    expect([null, undefined, '', ' \u200b ', 0, '0', '០'].map((cell) => read(CountCell, cell))).toEqual([null, null, null, null, 0, 0, 0]);
  });

  it('takes Khmer digits and separators of thousands, and nothing that is no whole number', () => {
    expect(['១២៣', '1,234', '1 234 567', 12.0].map((cell) => read(CountCell, cell))).toEqual([123, 1234, 1234567, 12]);
    expect(['1,5', 3.5, -2, 'none', '-', true].map((cell) => read(CountCell, cell))).toEqual([
      '! is no whole number',
      '! is no whole number',
      '! is negative',
      '! is no whole number',
      '! is no whole number',
      '! holds no whole number',
    ]);
  });

  it('is refused beyond what there can be', () => {
    expect(read(CountCell, 5_000_000_000)).toBe('! is too large');
    expect(read(NumberCell, '5000000000')).toBe(5_000_000_000);
  });

  it('takes decimals only where a number need not be whole', () => {
    expect([0.25, '12.50', '1,000.5'].map((cell) => read(NumberCell, cell))).toEqual([0.25, 12.5, 1000.5]);
    expect(read(NumberCell, Number.NaN)).toBe('! holds no number');
  });
});

describe('a cell of a code in a report', () => {
  it('is repeated only where it can be nothing but a code: no name, no telephone', () => {
    expect(['10201', 'KH010201', 10201, '០១០២០១'].map(reportedCode)).toEqual(['10201', 'KH010201', '10201', '010201']);
    expect(['Sok 12', 'Sok12', '012345678', '012 345 678', 'Mom', ''].map(reportedCode)).toEqual(Array(6).fill(null));
  });
});

describe('a cell of a day or year', () => {
  it('takes date cells, the numbers under them, and written days, day first', () => {
    const march = new Date('2025-03-04T00:00:00Z');
    const written = [
      march,
      45720,
      '45720',
      '2025-03-04',
      '2025-03-04T10:20:00+07:00',
      '2025-03-04 10:20:00',
      '2025/3/4',
      '04/03/2025',
      '4.3.2025',
      '០៤/០៣/២០២៥',
    ];
    expect(written.map((cell) => read(DayCell, cell))).toEqual(written.map(() => '2025-03-04'));
    expect(read(YearCell, march)).toBe('2025');
  });

  it('takes years of the Buddhist era for what they are', () => {
    const march = new Date('2568-03-04T00:00:00Z');
    expect([march, '2568-03-04', '04/03/2568', '៤/៣/២៥៦៨'].map((cell) => read(DayCell, cell))).toEqual(Array(4).fill('2025-03-04'));
    expect([2568, '២៥៦៨', march].map((cell) => read(YearCell, cell))).toEqual(['2025', '2025', '2025']);
    expect([2442, 2643].map((cell) => read(YearCell, cell))).toEqual(['! is no year', '! is no year']);
  });

  it('refuses a day that is in no calendar', () => {
    expect(read(DayCell, '31/02/2025')).toBe('! is no day');
    expect(read(DayCell, '29/02/2568')).toBe('! is no day');
    expect(read(DayCell, 'March')).toBe('! is no day');
    expect([2025, '២០២៥', ' 2025 '].map((cell) => read(YearCell, cell))).toEqual(['2025', '2025', '2025']);
  });
});

describe('a cell of codes', () => {
  const list = codesReader([
    { code: 'law', en: 'The law', km: 'ច្បាប់' },
    { code: 'obligations', en: 'Obligations of each group', km: 'កាតព្វកិច្ច' },
  ]);

  it('takes codes and names of both languages, each once', () => {
    expect(list('law; Obligations of each group, ច្បាប់;')).toEqual(['law', 'obligations']);
    expect(list(null)).toEqual([]);
  });

  it('refuses a code that is in no list', () => {
    expect(list('law; weather')).toEqual(new Unreadable('holds-not-in-list'));
  });
});
