import { describe, expect, it } from 'vitest';
import { INDICATORS } from '../../data/indicators/index.ts';
import { groupByPlace } from '../../server/domain/rates/group.ts';
import { type Figure, toPlaceValue, toRatio } from '../../server/domain/rates/place-value.ts';

const RATE = { kind: 'rate', per: 1000, decimals: 1 } as const;
const COUNT = { kind: 'count', per: 1, decimals: 0 } as const;

const TWELVE_OF_1000: Figure = { numerator: 12, denominator: 1000 };
const NONE_OF_1000: Figure = { numerator: 0, denominator: 1000 };
const THIRTY_OF_NOBODY_KNOWS: Figure = { numerator: 30, denominator: undefined };

describe('the value of a commune', () => {
  it('is not assessed when nobody has stated anything, and zero only when somebody has', () => {
    expect(toPlaceValue([], RATE)).toEqual({ state: 'not-assessed' });
    expect(toPlaceValue([], COUNT)).toEqual({ state: 'not-assessed' });
    expect(toPlaceValue([NONE_OF_1000], RATE)).toEqual({ state: 'zero' });
    expect(toPlaceValue([{ numerator: 0, denominator: undefined }], RATE)).toEqual({ state: 'zero' });
    expect(toPlaceValue([{ numerator: 0, denominator: undefined }], COUNT)).toEqual({ state: 'zero' });
  });

  it('is the ratio of numerator and denominator in the unit and decimals of the indicator', () => {
    expect(toPlaceValue([TWELVE_OF_1000], RATE)).toEqual({ state: 'value', value: 12, numerator: 12 });
    expect(toPlaceValue([{ numerator: 1, denominator: 3 }], { kind: 'rate', per: 100, decimals: 1 })).toMatchObject({ value: 33.3 });
    expect(toPlaceValue([{ numerator: 2, denominator: 3 }], { kind: 'rate', per: 100, decimals: 0 })).toMatchObject({ value: 67 });
  });

  it('rounds a half up, whatever its binary form', () => {
    // 1.005 in binary is a little less than 1.005.
    expect(toPlaceValue([{ numerator: 1.005, denominator: 1 }], { kind: 'rate', per: 1, decimals: 2 })).toMatchObject({ value: 1.01 });
    expect(toPlaceValue([{ numerator: 1, denominator: 800 }], { kind: 'rate', per: 100, decimals: 2 })).toMatchObject({ value: 0.13 });
  });

  it('stays a value when it rounds to nothing, because somebody was found', () => {
    expect(toPlaceValue([{ numerator: 1, denominator: 40_000 }], RATE)).toEqual({ state: 'value', value: 0, numerator: 1 });
    expect(toPlaceValue([{ numerator: 1, denominator: 1e12 }], RATE)).toEqual({ state: 'value', value: 0, numerator: 1 });
  });

  it('has a number and no denominator when nobody knows the base, or the base is nothing', () => {
    expect(toPlaceValue([THIRTY_OF_NOBODY_KNOWS], RATE)).toEqual({ state: 'no-denominator', numerator: 30 });
    expect(toPlaceValue([{ numerator: 3, denominator: 0 }], RATE)).toEqual({ state: 'no-denominator', numerator: 3 });
  });

  it('of a count needs no denominator', () => {
    expect(toPlaceValue([THIRTY_OF_NOBODY_KNOWS], COUNT)).toEqual({ state: 'value', value: 30, numerator: undefined });
  });
});

describe('the value of a district', () => {
  it('is a ratio of sums, not a mean of rates', () => {
    // 15 of 500 is 30.0 and 40 of 4,000 is 10.0: the mean would be 20.0, the district has 55 of 4,500.
    const figures = [
      { numerator: 15, denominator: 500 },
      { numerator: 40, denominator: 4000 },
    ];
    expect(toPlaceValue(figures, RATE)).toEqual({ state: 'value', value: 12.2, numerator: 55 });
  });

  it('leaves out of the rate, on both sides, what was counted where no base is known', () => {
    const figures = [TWELVE_OF_1000, NONE_OF_1000, THIRTY_OF_NOBODY_KNOWS];
    expect(toPlaceValue(figures, RATE)).toEqual({ state: 'value', value: 6, numerator: 12 });
    expect(toRatio(figures)).toEqual({ numerator: 12, denominator: 2000 });
    expect(toPlaceValue(figures, COUNT)).toEqual({ state: 'value', value: 42, numerator: undefined });
  });

  it('does not claim a rate of nothing when all children were found where no base is known', () => {
    expect(toPlaceValue([NONE_OF_1000, THIRTY_OF_NOBODY_KNOWS], RATE)).toEqual({ state: 'no-denominator', numerator: 30 });
  });

  it('is zero when every assessed commune is', () => {
    expect(toPlaceValue([NONE_OF_1000, { numerator: 0, denominator: undefined }], RATE)).toEqual({ state: 'zero' });
  });
});

describe('figures by place', () => {
  it('come in the order of the places, none for a place nobody assessed', () => {
    const communes = new Map([
      ['010103', 'c'],
      ['010101', 'a'],
      ['020101', 'z'],
    ]);
    expect(groupByPlace(['0101', '0102'], communes)).toEqual([['c', 'a'], []]);
    expect(groupByPlace(['01', '02'], communes)).toEqual([['c', 'a'], ['z']]);
    expect(groupByPlace(['010101', '010102'], communes)).toEqual([['a'], []]);
    expect(groupByPlace([], communes)).toEqual([]);
  });
});

describe('the indicators on file', () => {
  it('come in their order, under names of their own', () => {
    const ids = INDICATORS.map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['high-risk-children-rate', 'high-risk-children']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['adults-abroad', 'poor-households']));
  });
});
