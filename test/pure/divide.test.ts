import { describe, expect, it } from 'vitest';
import { divideStatement, shareOut } from '../../server/domain/statements/divide.ts';
import { observe, type Statement } from '../../server/domain/statements/statement.ts';

const SHARES = [
  { pcode: '010220', share: 0.6 },
  { pcode: '010221', share: 0.4 },
];

describe('a number of a commune that was divided', () => {
  it.each([
    [7, [4, 3]],
    [1, [1, 0]],
    [0, [0, 0]],
    [10, [6, 4]],
  ])('of %i is shared out in whole numbers that add up to it', (value, parts) => {
    expect(shareOut(value, SHARES)).toEqual(parts);
  });

  it('gives the rest to the largest remainders, the first of equal ones first', () => {
    const thirds = ['010220', '010221', '010222'].map((pcode) => ({ pcode, share: 1 / 3 }));
    expect(shareOut(5, thirds)).toEqual([2, 2, 1]);
    expect(shareOut(2.5, SHARES)).toEqual([1.5, 1]);
  });
});

describe('an assessment of a commune that was divided', () => {
  const findings = {
    workshopOn: '2025-03-01',
    villagesCovered: 5,
    villagesTotal: 8,
    participants: { police: 3 },
    topics: ['law'],
    obligations: [],
    actions: [{ priority: 'birth-registration', owner: 'police', dueOn: null, status: 'planned' }],
  } as const;
  const statement: Statement = {
    subject: 'vsnp-assessments',
    pcode: '010401',
    period: '2025',
    observations: [observe('high-risk-children', 7), observe('high-risk-children', 7, { sex: 'female', ageBand: '0-5' })],
    findings,
  };

  it('is an estimate of each part: its total, its participants, and the plan once', () => {
    const parts = divideStatement(statement, SHARES, 'high-risk-children');
    expect(parts.map(({ pcode, isEstimated, observations }) => [pcode, isEstimated, observations])).toEqual([
      ['010220', true, [observe('high-risk-children', 4)]],
      ['010221', true, [observe('high-risk-children', 3)]],
    ]);
    expect(parts.map((part) => part.findings)).toEqual([
      { ...findings, villagesCovered: null, villagesTotal: null, participants: { police: 2 } },
      { ...findings, villagesCovered: null, villagesTotal: null, participants: { police: 1 }, actions: [] },
    ]);
  });
});
