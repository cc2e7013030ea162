import { describe, expect, it } from 'vitest';
import { commonEra, repairsOf } from '../../server/datasets/repairs.ts';

describe('what is mended while a cell is read', () => {
  it.each([
    ['pcode', '10201', ['lost-zero']],
    ['pcode', 10201, ['lost-zero']],
    ['pcode', 'KH010201', ['kh-prefix']],
    ['pcode', 'kh10201', ['kh-prefix', 'lost-zero']],
    ['pcode', '០១០២០១', ['khmer-digits']],
    ['pcode', '010201', []],
    ['pcode', 'Poipet', []],
    ['high-risk-children', '១២', ['khmer-digits']],
    ['high-risk-children', '1,234', ['thousands']],
    ['high-risk-children', '12\u200b', ['hidden-marks']],
    ['high-risk-children', 12, []],
    ['workshop-date', 45720, ['spreadsheet-day']],
    ['action-1-due', '04/03/2568', ['buddhist-year']],
    ['workshop-date', '៤/៣/២៥៦៨', ['khmer-digits', 'buddhist-year']],
    ['workshop-date', new Date('2568-03-04T00:00:00Z'), ['buddhist-year']],
    ['workshop-date', '2025-03-04', []],
    ['period', 2568, ['buddhist-year']],
    ['villages-total', 2568, []],
    ['place-name', 'ឃុំ\u200bមួយ', []],
    ['period', null, []],
  ] as const)('in the column %s, %j: %j', (key, cell, repairs) => {
    expect(repairsOf(key, cell)).toEqual(repairs);
  });

  it('takes 543 years off a year of the Buddhist era, and off no other', () => {
    expect([2443, 2568, 2642, 2025, 2442, 2643].map(commonEra)).toEqual([1900, 2025, 2099, 2025, 2442, 2643]);
  });
});
