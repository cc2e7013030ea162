import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { IndicatorList } from '../../server/contracts/indicator.ts';
import { DenominatorColumns, ValueColumns } from '../../server/contracts/values.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { OLDER, writeAdultsAbroad, writeAssessment, writeOlderEdition } from '../support/older-edition.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';
import { writeStatement, writeUpload } from '../support/small-edition-statements.ts';

// In place order: 010101 010102 010103 | 010201 010202 010203 | 020101 020102 020103 | 020201 020202 020203.

describe('values stated about older editions', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: ReturnType<typeof askingOf>;
    const ask = async (path: string) => {
      const { status, body } = await asking.ask(path);
      expect(asking.failures).toEqual([]);
      expect(status).toBe(200);
      return body;
    };
    const valuesOf = async (indicator: string, level: string, period: string) =>
      ValueColumns.parse(await ask(`/api/values?edition=${SMALL}&indicator=${indicator}&level=${level}&period=${period}`));
    const periodsOf = async (edition: string) => {
      const { indicators } = IndicatorList.parse(await ask(`/api/indicators?edition=${edition}`));
      return Object.fromEntries(indicators.map(({ id, periods }) => [id, periods]));
    };

    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      await writeOlderEdition(database, SMALL);
      await writeAdultsAbroad(database, [
        [OLDER, '010101', '2011', 50, 1000],
        [OLDER, '010108', '2011', 10, 400],
        [OLDER, '010109', '2011', 30, 600],
        [OLDER, '010107', '2011', 99, 100],
        [SMALL, '020101', '2011', 0, 500],
        [SMALL, '020102', '2011', 7, 0],
        [SMALL, '020103', '2011', 7],
        [SMALL, '0202', '2011', 500, 900],
        [OLDER, '010108', '2012', 10, 400],
        [OLDER, '010109', '2012', 5],
        [OLDER, '010101', '2012', 60, 1000],
        [SMALL, '010101', '2012', 20, 1000],
      ]);
      asking = askingOf(database);
    });
    afterAll(() => database.close());

    it('are led to the communes they became, and added up where several became one', async () => {
      // 010103: 10 of 400 and 30 of 600. The divided 010107 speaks of no current commune; 0202 is no commune.
      expect(await valuesOf('adults-abroad', 'commune', '2011')).toMatchObject({
        states: 'vnvnnnzddnnn',
        values: [50, 40],
        numerators: [50, 40, 7, 7],
        denominatorYears: [{ year: '2011', communes: 3 }],
        summary: { numerator: 104, assessed: 5, communes: 12, newestOn: null },
      });
      // 0101: 90 of 2,000. 0201: none of 500, and 14 without a base, so no rate of nothing.
      expect(await valuesOf('adults-abroad', 'district', '2011')).toMatchObject({
        states: 'vndn',
        values: [45],
        numerators: [90, 14],
        assessedCommunes: [2, 0, 3, 0],
      });
      const denominators = await ask(`/api/denominators?edition=${SMALL}&indicator=adults-abroad&level=district&period=2011`);
      expect(DenominatorColumns.parse(denominators)).toMatchObject({
        present: 'ynyn',
        values: [2000, 500],
        denominatorYears: [{ year: '2011', communes: 3 }],
      });
    });

    it('have no denominator when only some of the merged communes state one; the own edition is heard first', async () => {
      expect(await valuesOf('adults-abroad', 'commune', '2012')).toMatchObject({
        states: 'vndnnnnnnnnn',
        values: [20],
        numerators: [20, 15],
      });
    });

    it('are heard instead of the own edition when their workshop is newer, until their upload is withdrawn', async () => {
      const before = await valuesOf('high-risk-children', 'commune', '2025');
      expect(before).toMatchObject({ states: 'vnzvvvvvnvnn', values: [12, 15, 40, 30, 6, 9, 21] });
      const newer = await writeAssessment(database, { edition: OLDER, pcode: '010101', period: '2025', on: '2025-12-01', children: 17 });
      await writeAssessment(database, { edition: OLDER, pcode: '010109', period: '2025', on: '2025-01-01', children: 5 });
      const after = await valuesOf('high-risk-children', 'commune', '2025');
      expect(after).toMatchObject({ states: 'vnzvvvvvnvnn', values: [17, 15, 40, 30, 6, 9, 21], summary: { newestOn: '2025-12-01' } });
      await database.query(sql`update upload set state = 'withdrawn', withdrawn_at = now() where id = ${newer}::int`);
      expect(await valuesOf('high-risk-children', 'commune', '2025')).toEqual(before);
    });

    it('replace what the same edition stated of the same commune and year before', async () => {
      const corrected = await writeAssessment(database, { edition: SMALL, pcode: '020201', period: '2025', on: '2025-09-09', children: 0 });
      expect(await valuesOf('high-risk-children', 'commune', '2025')).toMatchObject({ states: 'vnzvvvvvnznn' });
      await database.query(sql`update upload set state = 'withdrawn', withdrawn_at = now() where id = ${corrected}::int`);
      expect(await valuesOf('high-risk-children', 'commune', '2025')).toMatchObject({ states: 'vnzvvvvvnvnn' });
    });

    it('rate a merged commune only by a population that all of its parts have', async () => {
      const upload = await writeUpload(database, 'population');
      const observations = [{ measure: 'children', ageBand: '0-17', value: 300 }];
      for (const pcode of ['010101', '010108']) {
        await writeStatement(database, { upload, subject: 'population', edition: OLDER, pcode, period: '2024', observations });
      }
      const path = `/api/denominators?edition=${SMALL}&indicator=high-risk-children-rate&level=commune&period=2025`;
      // 010103 was 010108 and 010109: with one of them alone it keeps the 1,000 of 2023, as the communes without 2024 do.
      expect(await ask(path)).toMatchObject({
        present: 'ynyyynyynynn',
        values: [300, 1000, 500, 4000, 1000, 1000, 1000],
        denominatorYears: [
          { year: '2023', communes: 6 },
          { year: '2024', communes: 1 },
        ],
      });
      await writeStatement(database, { upload, subject: 'population', edition: OLDER, pcode: '010109', period: '2024', observations });
      expect(await ask(path)).toMatchObject({
        present: 'ynyyynyynynn',
        values: [300, 600, 500, 4000, 1000, 1000, 1000],
        denominatorYears: [
          { year: '2023', communes: 5 },
          { year: '2024', communes: 2 },
        ],
      });
      await database.query(sql`update upload set state = 'withdrawn', withdrawn_at = now() where id = ${upload}::int`);
      expect(await ask(path)).toMatchObject({ present: 'ynyyynyynynn', denominatorYears: [{ year: '2023', communes: 7 }] });
    });

    it('belong to every edition that the crosswalk joins, and to no other', async () => {
      await database.query(sql`
        insert into edition (id, name_en, name_km, kind, is_demonstration, source, licence, valid_from)
        values ('apart', 'Apart', 'ដាច់', 'complete', true, 'Drawn by hand for tests', 'Apache-2.0', '2024-01-01')`);
      const rates = { 'high-risk-children-rate': ['2024', '2025'], 'high-risk-children': ['2024', '2025'] };
      const abroad = { 'adults-abroad': ['2011', '2012'], 'poor-households': [] };
      expect(await periodsOf(SMALL)).toEqual({ ...rates, ...abroad });
      expect(await periodsOf(OLDER)).toEqual({ ...rates, ...abroad });
      expect(await periodsOf('apart')).toEqual({
        'high-risk-children-rate': [],
        'high-risk-children': [],
        'adults-abroad': [],
        'poor-households': [],
      });
      const { status, body } = await asking.ask('/api/values?edition=apart&indicator=high-risk-children&level=commune&period=2025');
      expect({ status, body }).toMatchObject({ status: 404, body: { error: { code: 'not-found', parameter: 'edition' } } });
    });
  });
});
