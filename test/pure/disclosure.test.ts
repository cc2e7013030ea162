import { describe, expect, it } from 'vitest';
import { attack } from '../../server/domain/disclosure/attack.ts';
import { protectTable } from '../../server/domain/disclosure/protect.ts';
import { redraw } from '../../server/domain/disclosure/redraw.ts';
import { suppress } from '../../server/domain/disclosure/suppress.ts';
import { type Cell, cellValues, type ExactTable, type PublishedTable } from '../../server/domain/disclosure/table.ts';
import { findWitnesses } from '../../server/domain/disclosure/witnesses.ts';
import { inventCountry, totalsOnly } from '../support/released-country.ts';
import { fewestSecondary, smallTable, withMargins } from '../support/small-tables.ts';

describe('what can be computed of a withheld cell', () => {
  it('is [3, 6] in the textbook table of rows 7, 3, 6 and columns 9, 7', () => {
    const table = withMargins([4, 3, 2, 1, 3, 3], [2, 3]);
    const hidden = ['0 0', '1 0', '0 1', '1 1'];
    expect(intervals(publish(table, (key) => !hidden.includes(key)))).toMatchObject({ '0 0': [3, 6] });
  });

  it('is exact for a cell whose every row and column has two withheld ones', () => {
    // Rows w, x, y, z; columns a, b, c, d. (230 + 250) - (89 + 124 + 31) and (1021 + 770) - (92 + 59 + 800 + 651) differ by w|b.
    const truth = [30, 47, 64, 89, 90, 124, 5, 31, 92, 100, 59, 85, 800, 991, 651, 685];
    const hidden = ['0 0', '1 0', '2 0', '0 1', '2 1', '1 2', '3 2', '1 3', '3 3'];
    expect(intervals(publish(withMargins(truth, [4, 4]), (key) => !hidden.includes(key)))['1 0']).toEqual([47, 47]);
    expect(intervals(publish(withMargins(truth, [4, 4]), (key) => ![...hidden, '1 1'].includes(key)))['1 0']).toEqual([0, 141]);
  });

  it('is exact when two tables, each safe alone, are read together', () => {
    // Communes A B I J in the first county, K L M N in the second; L and M are large, the others small.
    const table = tableOf([2, 2, 8, 8, 3, 3, 3, 7], {
      first: [0, 1, 2, 3],
      second: [4, 5, 6, 7],
      large: [5, 6],
      small: [0, 1, 2, 3, 4, 7],
    });
    const hidden = ['0', '1', '4', '5', '6'];
    expect(intervals(publish(table, (key) => ![...hidden, 'large', 'small'].includes(key)))).toMatchObject({ 4: [0, 9] });
    expect(intervals(publish(table, (key) => !hidden.includes(key)))).toMatchObject({ 4: [3, 3] });
  });

  it('is exact for an area that is the difference of two others', () => {
    const table = tableOf([40, 3], { 'town with village': [0, 1], town: [0] });
    expect(intervals(publish(table, (key) => key.startsWith('town')))).toMatchObject({ 1: [3, 3] });
  });

  it('is exact for the part by which two groupings of ages differ', () => {
    // Ages 15-19, 20, 21-24: one table says 15-19 and 20-24, the other 15-20 and 21-24.
    const table = tableOf([12, 1, 15], { '15-19': [0], '20-24': [1, 2], '15-20': [0, 1], '21-24': [2] });
    expect(intervals(publish(table, (key) => key.includes('-')))).toMatchObject({ 1: [1, 1] });
  });

  it('keeps to what is known of two sums: a factor never holds more than the total', () => {
    const table: ExactTable = {
      ...tableOf([30, 4], { total: [0] }),
      relations: [{ kind: 'at-most', counts: [1], others: [0] }],
    };
    expect(intervals(publish(table, (key) => key === 'total'))).toMatchObject({ 1: [0, 30] });
  });
});

describe('suppression', () => {
  it('withholds a second commune where a district with one withheld commune would give it away', () => {
    const table = tableOf([3, 25, 40], { district: [0, 1, 2] });
    const { withheld } = suppress(table, { threshold: 5 });
    expect(names(table, withheld)).toEqual(['0', '1']);
  });

  it('protects an assessed zero like a small count', () => {
    const table = tableOf([0, 25, 40], { district: [0, 1, 2] });
    expect(names(table, suppress(table, { threshold: 5 }).withheld)).toEqual(['0', '1']);
  });

  it('leaves no interval narrower than the threshold, and none that stays below it, in 15 random tables', () => {
    for (let seed = 0; seed < 15; seed += 1) {
      const table = smallTable(seed, SHAPES[seed % SHAPES.length] ?? [4, 4]);
      const released = publishSuppressed(table, 5);
      for (const { least, most } of attack(released)) {
        expect(most - least).toBeGreaterThanOrEqual(5);
        expect(most).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it('withholds in the median at most a quarter more than the fewest possible', () => {
    const tables = [0, 1, 2, 3, 4].map((seed) => smallTable(seed, [4, 4]));
    const ratios = tables
      .map((table) => ({ best: fewestSecondary(table, 5), ours: count(suppress(table, { threshold: 5 })) }))
      .map(({ best, ours }) => (best === 0 ? 1 : ours / best))
      .sort((a, b) => a - b);
    expect(ratios[2]).toBeLessThanOrEqual(1.25);
  });

  it('protects the totals of 400 communes, a third of them zeros, with at most 54 more cells', () => {
    const table = totalsOnly(
      inventCountry(1, { provinces: 6, districts: 50, communes: 400 }).map((commune) => ({ ...commune, isAssessed: true })),
    );
    const suppression = suppress(table, { threshold: 5 });
    expect(count(suppression)).toBeLessThanOrEqual(54);
    const { unproven } = findWitnesses(
      publish(table, (_, cell) => !suppression.withheld[cell]),
      5,
    );
    expect(unproven).toEqual([]);
  });

  it('is the same each time', () => {
    const table = smallTable(7, [5, 4]);
    expect(suppress(table, { threshold: 5 })).toEqual(suppress(table, { threshold: 5 }));
  });
});

describe('witness tables', () => {
  it('agree with everything published and put each withheld cell at two values a threshold apart', () => {
    for (let seed = 0; seed < 10; seed += 1) {
      const released = publishSuppressed(smallTable(seed, SHAPES[seed % SHAPES.length] ?? [4, 4]), 5);
      const { base, witnesses, unproven } = findWitnesses(released, 5);
      expect(unproven).toEqual([]);
      for (const { cell, low, high } of witnesses) {
        const [lower, higher] = [low, high].map((changes) => {
          const table = [...base];
          for (const [position, change] of changes) table[position] = (table[position] ?? 0) + change;
          expect(table.every((number) => Number.isInteger(number) && number >= 0)).toBe(true);
          const values = cellValues(released, table);
          for (const [index, value] of released.published.entries()) if (value !== undefined) expect(values[index]).toBe(value);
          return values[cell] ?? 0;
        });
        expect((higher ?? 0) - (lower ?? 0)).toBeGreaterThanOrEqual(5);
        expect(higher).toBeGreaterThanOrEqual(5);
      }
    }
  });

  it('are not found for a cell that can be computed', () => {
    const table = tableOf([3, 25], { district: [0, 1] });
    expect(
      findWitnesses(
        publish(table, (key) => key !== '0'),
        5,
      ).unproven,
    ).toEqual([0]);
  });
});

describe('whoever knows the rule, too', () => {
  it('finds tables of which the same cells would be withheld, and each withheld cell a threshold wide over them', () => {
    const table = totalsOnly(inventCountry(1, { provinces: 2, districts: 12, communes: 100 }));
    const { published, witnesses } = protectTable(table, { threshold: 5 });
    const { same, narrow } = redraw({ ...table, published }, witnesses, { threshold: 5, draws: 60 });
    expect(same).toBeGreaterThan(5);
    expect(narrow).toBe(0);
  });
});

const SHAPES = [
  [4, 4],
  [5, 4],
  [3, 3, 2],
  [4, 3, 2],
  [6, 3],
] as const;

/** A table whose counts are cells of their own, with sums of them. */
function tableOf(truth: readonly number[], sums: Readonly<Record<string, readonly number[]>>): ExactTable {
  const cells: Cell[] = truth.map((_, position) => ({ key: String(position), counts: [position] }));
  for (const [key, counts] of Object.entries(sums)) cells.push({ key, counts, weight: 2 });
  return { counts: truth.length, cells, relations: [], truth };
}

function publish({ truth, ...shape }: ExactTable, isShown: (key: string, cell: number) => boolean): PublishedTable {
  const values = cellValues(shape, truth);
  return { ...shape, published: shape.cells.map(({ key }, cell) => (isShown(key, cell) ? values[cell] : undefined)) };
}

function publishSuppressed(table: ExactTable, threshold: number): PublishedTable {
  const { withheld } = suppress(table, { threshold });
  return publish(table, (_, cell) => !withheld[cell]);
}

function intervals(table: PublishedTable): Record<string, [number, number]> {
  return Object.fromEntries(attack(table).map(({ cell, least, most }) => [table.cells[cell]?.key ?? '', [least, most]]));
}

function names({ cells }: ExactTable, withheld: readonly boolean[]): string[] {
  return cells.flatMap(({ key }, cell) => (withheld[cell] ? [key] : []));
}

function count({ withheld, sensitive }: { withheld: readonly boolean[]; sensitive: readonly number[] }): number {
  return withheld.filter(Boolean).length - sensitive.length;
}
