import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naturalBreaks } from '../../server/domain/classes/natural-breaks.ts';

describe('natural breaks', () => {
  it('fall into the gaps between groups, at friendly numbers', () => {
    expect(naturalBreaks([1, 2, 11, 12, 31, 33, 61, 62, 118, 122], 0)).toEqual([12, 30, 60, 120]);
  });

  it('are fewer when few different values are there', () => {
    expect(naturalBreaks([], 1)).toEqual([]);
    expect(naturalBreaks([7, 7, 7], 1)).toEqual([]);
    expect(naturalBreaks([3, 3, 8], 0)).toEqual([8]);
  });

  it('keep values apart that lie close together', () => {
    expect(naturalBreaks([21, 22, 23, 24, 25], 0)).toEqual([22, 23, 24, 25]);
    expect(naturalBreaks([1001, 1002, 1003], 0)).toEqual([1002, 1003]);
  });

  it('rise, leave no class empty and do not mind the order of the values', () => {
    const values = fc.array(fc.double({ min: 0.1, max: 5000, noNaN: true }), { maxLength: 200 });
    fc.assert(
      fc.property(values, fc.integer({ min: 0, max: 2 }), (raw, decimals) => {
        const shown = raw.map((value) => Number(value.toFixed(decimals))).filter((value) => value > 0);
        const breaks = naturalBreaks(shown, decimals);
        expect(naturalBreaks(shown.toReversed(), decimals)).toEqual(breaks);
        const edges = [0, ...breaks, Number.POSITIVE_INFINITY];
        const inhabitants = edges
          .slice(1)
          .map((edge, index) => shown.filter((value) => value < edge && value >= (edges[index] ?? 0)).length);
        if (shown.length > 0) expect(Math.min(...inhabitants)).toBeGreaterThan(0);
        expect(breaks.length).toBe(Math.min(4, Math.max(0, new Set(shown).size - 1)));
      }),
      { seed: 20261124 },
    );
  });
});
