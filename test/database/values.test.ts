import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IndicatorList } from '../../server/contracts/indicator.ts';
import { DenominatorColumns, ValueColumns } from '../../server/contracts/values.ts';
import type { Database } from '../../server/db/database.ts';
import { askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { SMALL, SMALL_PLACE_ORDER, writeSmallEdition } from '../support/small-edition.ts';

// In place order: 010101 010102 010103 | 010201 010202 010203 | 020101 020102 020103 | 020201 020202 020203.
// 2025 assessed: 12 of 1,000; none of 1,000; 15 of 500; 40 of 4,000; 30 without a base; 6, 9 and 21 of 1,000 each.

describe('values', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: ReturnType<typeof askingOf>;
    const ask = async (path: string) => {
      const { status, body } = await asking.ask(path);
      expect(asking.failures).toEqual([]);
      expect(status).toBe(200);
      return body;
    };
    const valuesOf = async (indicator: string, level: string, period = '2025', edition = SMALL) =>
      ValueColumns.parse(await ask(`/api/values?edition=${edition}&indicator=${indicator}&level=${level}&period=${period}`));
    const denominatorsOf = async (indicator: string, level: string, period = '2025') =>
      DenominatorColumns.parse(await ask(`/api/denominators?edition=${SMALL}&indicator=${indicator}&level=${level}&period=${period}`));

    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      asking = askingOf(database);
    });
    afterAll(() => database.close());

    it('say of every commune whether it was assessed, and its rate where there is one', async () => {
      expect(await valuesOf('high-risk-children-rate', 'commune')).toEqual({
        edition: SMALL,
        indicator: 'high-risk-children-rate',
        level: 'commune',
        period: '2025',
        placeOrder: SMALL_PLACE_ORDER,
        states: 'vnzvvdvvnvnn',
        values: [12, 30, 10, 6, 9, 21],
        numerators: [12, 15, 40, 30, 6, 9, 21],
        assessedCommunes: [],
        denominatorYears: [{ year: '2023', communes: 7 }],
        summary: { numerator: 133, assessed: 8, communes: 12, newestOn: '2025-11-03' },
      });
    });

    it('of a district rate the assessed communes with a base, and say how many were assessed', async () => {
      // 0101: 12 + 0 of 1,000 + 1,000. 0102: 15 + 40 of 500 + 4,000. 0201: 6 + 9 of 2,000. 0202: 21 of 1,000.
      expect(await valuesOf('high-risk-children-rate', 'district')).toMatchObject({
        states: 'vvvv',
        values: [6, 12.2, 7.5, 21],
        numerators: [12, 55, 15, 21],
        assessedCommunes: [2, 3, 2, 1],
        summary: { numerator: 133, assessed: 8, communes: 12 },
      });
      // 01: 67 of 6,500. 02: 36 of 3,000.
      expect(await valuesOf('high-risk-children-rate', 'province')).toMatchObject({
        states: 'vv',
        values: [10.3, 12],
        numerators: [67, 36],
        assessedCommunes: [5, 3],
      });
    });

    it('of a count hold everybody counted, with or without a base', async () => {
      expect(await valuesOf('high-risk-children', 'commune')).toMatchObject({
        states: 'vnzvvvvvnvnn',
        values: [12, 15, 40, 30, 6, 9, 21],
        numerators: [],
        denominatorYears: [],
      });
      expect(await valuesOf('high-risk-children', 'district')).toMatchObject({ states: 'vvvv', values: [12, 85, 15, 21] });
      expect(await valuesOf('high-risk-children', 'province')).toMatchObject({ states: 'vv', values: [97, 36], assessedCommunes: [5, 3] });
    });

    it('of a year keep to that year, and use no population that came after it', async () => {
      // 2024: 30 children in one commune; the only population is of 2023.
      expect(await valuesOf('high-risk-children-rate', 'district', '2024')).toMatchObject({
        states: 'vnnn',
        values: [30],
        assessedCommunes: [1, 0, 0, 0],
        denominatorYears: [{ year: '2023', communes: 1 }],
        summary: { numerator: 30, assessed: 1, communes: 12, newestOn: '2024-05-10' },
      });
      expect(await valuesOf('high-risk-children-rate', 'commune', '2019')).toMatchObject({
        states: 'nnnnnnnnnnnn',
        values: [],
        numerators: [],
        denominatorYears: [],
        summary: { numerator: 0, assessed: 0, communes: 12, newestOn: null },
      });
    });

    it('rest on denominators that can be asked for', async () => {
      expect(await denominatorsOf('high-risk-children-rate', 'commune')).toEqual({
        edition: SMALL,
        indicator: 'high-risk-children-rate',
        level: 'commune',
        period: '2025',
        denominatorYears: [{ year: '2023', communes: 7 }],
        placeOrder: SMALL_PLACE_ORDER,
        present: 'ynyyynyynynn',
        values: [1000, 1000, 500, 4000, 1000, 1000, 1000],
      });
      expect(await denominatorsOf('high-risk-children-rate', 'district')).toMatchObject({
        present: 'yyyy',
        values: [2000, 4500, 2000, 1000],
      });
      expect(await denominatorsOf('high-risk-children-rate', 'province', '2024')).toMatchObject({ present: 'yn', values: [1000] });
      expect(await denominatorsOf('high-risk-children', 'province')).toMatchObject({ present: 'nn', values: [], denominatorYears: [] });
    });

    it('are listed as indicators with their years, locked classes and largest value', async () => {
      const { edition, indicators } = IndicatorList.parse(await ask(`/api/indicators?edition=${SMALL}`));
      expect(edition).toBe(SMALL);
      expect(indicators.map(({ id, periods, breaks, maximum }) => ({ id, periods, breaks, maximum }))).toEqual([
        // 30 of 1,000 in 2024, 15 of 500 in 2025.
        { id: 'high-risk-children-rate', periods: ['2024', '2025'], breaks: [3, 6, 10, 16], maximum: 30 },
        // Of 6 9 12 15 21 30 30 40; the largest is province 01 in 2025.
        { id: 'high-risk-children', periods: ['2024', '2025'], breaks: [12, 20, 30, 40], maximum: 97 },
        { id: 'adults-abroad', periods: [], breaks: [], maximum: 0 },
        { id: 'poor-households', periods: [], breaks: [], maximum: 0 },
      ]);
    });
  });
});
