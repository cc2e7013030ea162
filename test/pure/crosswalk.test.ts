import { describe, expect, it } from 'vitest';
import { issueSentence } from '../../server/contracts/row-issues.ts';
import { crosswalk } from '../../server/datasets/crosswalk.ts';
import type { Cells } from '../../server/datasets/dataset.ts';
import { matchColumns } from '../../server/datasets/match-columns.ts';
import type { StepRecord } from '../../server/domain/records/record.ts';
import { codesLedOtherwise } from '../../server/domain/records/steps.ts';

const BLANK: Cells = Object.fromEntries(crosswalk.columns({}, []).map(({ key }) => [key, null]));
const read = (cells: Cells) => crosswalk.read({ ...BLANK, ...cells }, {});
const issueOf = (cells: Cells) => {
  const reading = read(cells);
  return 'issues' in reading ? `${reading.code}: ${issueSentence(reading.issues)}` : 'was taken';
};
const OF_TEMPLATE = { 'from-year': 2014, 'to-year': 2025, method: 'Latin name' };

describe('a crosswalk', () => {
  it('is recognised by two years in its heads, or by the columns of its template', () => {
    const match = (heads: readonly string[]) => {
      const found = matchColumns(crosswalk.columns({}, heads), heads);
      return 'because' in found ? found.because.values : [...found.headOf];
    };
    expect(match(['code_2025', 'code_2014', 'method'])).toEqual([
      ['code-2014', 'code_2014'],
      ['code-2025', 'code_2025'],
      ['method', 'method'],
    ]);
    expect(match(['code_2014', 'code_2025'])).toEqual({ columns: 'method' });
    expect(match(['code_2014', 'code_2020', 'code_2025', 'method'])).toEqual({ columns: 'from-year, from-code, to-year, to-code' });
  });

  it('keeps an empty side as the statement that there is none', () => {
    const said = { fromYear: 2014, toYear: 2025, fromPcode: '010104', toPcode: null, fromName: 'Delta', toName: null, share: null };
    const cells = { 'code-2025': null, 'code-2014': '10104', 'from-name': 'Delta', method: 'unresolved' };
    expect(read(cells)).toEqual({ place: null, said: { ...said, method: 'unresolved' } });
    const ofTemplate = { ...OF_TEMPLATE, 'from-code': '១០១០៤', 'from-name': 'Delta' };
    expect(read(ofTemplate)).toEqual({ place: null, said: { ...said, method: 'latin-name' } });
  });

  it('takes shares with a point or a comma, above 0 and up to 1', () => {
    const shareOf = (share: unknown) => {
      const reading = read({ ...OF_TEMPLATE, 'from-code': '010101', 'to-code': '010102', share });
      return 'issues' in reading ? issueSentence(reading.issues) : reading.said.share;
    };
    expect(['0,4', '0.4', 0.4, 1, null].map(shareOf)).toEqual([0.4, 0.4, 0.4, 1, null]);
    for (const wrong of [0, 1.01, '40%', '-0.4', '.'])
      expect([wrong, shareOf(wrong)]).toEqual([wrong, 'share is no number above 0 and up to 1']);
  });

  it('refuses a row that states nothing usable, by its codes', () => {
    const both = { 'from-code': '010104', 'to-code': '010104' };
    expect(issueOf(OF_TEMPLATE)).toBe('null: from-code is blank, and so is the other code');
    expect(issueOf({ ...OF_TEMPLATE, ...both, 'to-code': 'x' })).toBe('010104: to-code is no place code');
    expect(issueOf({ ...OF_TEMPLATE, ...both, method: null })).toBe('010104: method is blank');
    expect(issueOf({ ...OF_TEMPLATE, ...both, method: '<script>' })).toMatch('method is no word of Latin letters');
    expect(issueOf({ ...OF_TEMPLATE, ...both, 'to-code': '0101' })).toBe('010104: to-code is of another level: 010104 and 0101');
    expect(issueOf({ ...OF_TEMPLATE, ...both, 'to-year': 2014 })).toBe('010104: to-year is not later than 2014');
  });
});

describe('the older codes that are led otherwise', () => {
  const step = (fromPcode: string | null, toPcode: string | null, share: number | null = null): StepRecord => ({
    fromYear: 2014,
    toYear: 2025,
    fromPcode,
    toPcode,
    fromName: null,
    toName: null,
    method: 'test',
    share,
  });

  it('are those with other steps or shares, new ones and ones no longer stated; a new place leads none', () => {
    const before = [step('010101', '010101'), step('010301', '010209'), step('010401', '010220', 0.5), step('010401', '010221', 0.5)];
    const after = [step('010401', '010221', 0.4), step('010401', '010220', 0.6), step('010301', '010209'), step(null, '010299')];
    expect(codesLedOtherwise(before, after)).toEqual(['010101', '010401']);
    expect(codesLedOtherwise(before, before.toReversed())).toEqual([]);
    expect(
      codesLedOtherwise(
        before,
        before.map((same) => ({ ...same, method: 'other', toName: 'Other' })),
      ),
    ).toEqual([]);
  });
});
