import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DenominatorColumns, ValueColumns } from '../../server/contracts/values.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { queryChildrenLiving } from '../../server/queries/children-living.ts';
import { askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';
import { writeStatement, writeUpload } from '../support/small-edition-statements.ts';

// In place order: 010101 010102 010103 | 010201 010202 010203 | 020101 020102 020103 | 020201 020202 020203.
// The small edition has a population of 2023: 1,000 each, 500 in 010201 and 4,000 in 010202, none for 010203.

describe('the population that communes are rated by', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: ReturnType<typeof askingOf>;
    const ask = async (path: string, level: string, period: string) => {
      const query = `edition=${SMALL}&indicator=high-risk-children-rate&level=${level}&period=${period}`;
      return (await asking.ask(`/api/${path}?${query}`)).body;
    };
    const valuesOf = async (level: string, period: string) => ValueColumns.parse(await ask('values', level, period));
    const denominatorsOf = async (level: string, period: string) => DenominatorColumns.parse(await ask('denominators', level, period));

    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      asking = askingOf(database);
      const upload = await writeUpload(database, 'population');
      const state = (pcode: string, period: string, value: number) =>
        writeStatement(database, {
          upload,
          subject: 'population',
          edition: SMALL,
          pcode,
          period,
          observations: [{ measure: 'children', ageBand: '0-17', value }],
        });
      // A census of one province in 2025, one of a single commune in 2026.
      for (const pcode of ['020101', '020102', '020201']) await state(pcode, '2025', 2000);
      await state('010101', '2026', 50);
    });
    afterAll(() => database.close());

    it('is for each commune its own newest one that is not after the year: a newer file of one province takes nothing from the others', async () => {
      expect(await valuesOf('commune', '2025')).toMatchObject({
        states: 'vnzvvdvvnvnn',
        values: [12, 30, 10, 3, 4.5, 10.5],
        denominatorYears: [
          { year: '2023', communes: 4 },
          { year: '2025', communes: 3 },
        ],
      });
      expect(await denominatorsOf('commune', '2025')).toMatchObject({
        present: 'ynyyynyynynn',
        values: [1000, 1000, 500, 4000, 2000, 2000, 2000],
        denominatorYears: [
          { year: '2023', communes: 4 },
          { year: '2025', communes: 3 },
        ],
      });
    });

    it('is added up with those of other years where a place holds both, and the years are named', async () => {
      // 02: 6 + 9 + 21 of 2,000 each. 01 as before: 67 of 6,500.
      expect(await valuesOf('province', '2025')).toMatchObject({ states: 'vv', values: [10.3, 6] });
      expect(await denominatorsOf('province', '2025')).toMatchObject({
        values: [6500, 6000],
        denominatorYears: [
          { year: '2023', communes: 4 },
          { year: '2025', communes: 3 },
        ],
      });
    });

    it('of an earlier year is what was known for it, and before the first file there is none', async () => {
      expect(await valuesOf('commune', '2024')).toMatchObject({ denominatorYears: [{ year: '2023', communes: 1 }] });
      expect(Object.fromEntries(await queryChildrenLiving(database, { edition: SMALL, period: '2022' }))).toEqual({});
    });

    it('is the same where gaps are weighed', async () => {
      const of = async (period: string) => {
        const living = await queryChildrenLiving(database, { edition: SMALL, period });
        return ['010101', '010202', '020101'].map((pcode) => living.get(pcode));
      };
      expect(await of('2024')).toEqual([1000, 4000, 1000]);
      expect(await of('2025')).toEqual([1000, 4000, 2000]);
      expect(await of('2026')).toEqual([50, 4000, 2000]);
    });

    it('comes back to what it was when the newer file is withdrawn', async () => {
      await database.query(sql`update upload set state = 'withdrawn', withdrawn_at = now() where id = (select max(id) from upload)`);
      expect(await valuesOf('commune', '2025')).toMatchObject({
        values: [12, 30, 10, 6, 9, 21],
        denominatorYears: [{ year: '2023', communes: 7 }],
      });
    });
  });
});
