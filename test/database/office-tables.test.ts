import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetReport } from '../../server/contracts/import.ts';
import { datasetOf } from '../../server/datasets/index.ts';
import { VSNP_COLUMNS } from '../../server/datasets/vsnp-columns.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { GAZETTEER, statements, writeEditions } from '../support/two-editions.ts';

/** Somebody whose name an office wrote where it does not belong. */
const CHILD = 'Sok Srey Mom';

onBothHomes((home) => {
  describe('a table as a provincial office writes it', () => {
    let database: Database;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeEditions(database);
    });
    afterAll(() => database.close());
    beforeEach(() => database.script('truncate upload, import_report cascade'));

    const load = async (name: string, text: string): Promise<DatasetReport> => {
      const file = { name, bytes: new TextEncoder().encode(text) };
      const result = await importDataset(
        database,
        { files: [file], dataset: datasetOf('vsnp-assessments'), stated: {}, source: undefined },
        () => {},
      );
      if ('refused' in result) throw new Error(result.refused);
      return result;
    };

    it('is mended while it is read, and the report says what was mended, where and how often', async () => {
      const report = await load(
        'table.csv',
        'pcode;period;workshop-date;high-risk-children;villages-total\n10201;2568;04/03/2568;"1,234";8\nKH010209;២០២៥;45720;១២;\n',
      );
      expect(await statements(database)).toEqual([
        `${GAZETTEER} 010201 2025: high-risk-children all all all 1234`,
        `${GAZETTEER} 010209 2025: high-risk-children all all all 12`,
      ]);
      const days = await database.query<{ day: string }>(sql`select distinct workshop_on::text as day from assessment`);
      expect(days).toEqual([{ day: '2025-03-04' }]);
      expect(report.repairs.map(({ repair, column, cells, first }) => `${column}: ${repair}, ${cells}, ${first}`).toSorted()).toEqual([
        'high-risk-children: khmer-digits, 1, line 3',
        'high-risk-children: thousands, 1, line 2',
        'pcode: kh-prefix, 1, line 3',
        'pcode: lost-zero, 1, line 2',
        'period: buddhist-year, 1, line 2',
        'period: khmer-digits, 1, line 3',
        'workshop-date: buddhist-year, 1, line 2',
        'workshop-date: spreadsheet-day, 1, line 3',
      ]);
    });

    it('leaves nothing of a person who stands in a cell or in the name of the file, neither in the report nor in the database', async () => {
      const heads = ['Name', 'Mother', 'Phone', ...VSNP_COLUMNS.map(({ key }) => key)];
      const right: Readonly<Record<string, string>> = {
        pcode: '010201',
        period: '2025',
        'workshop-date': '2025-03-01',
        'high-risk-children': '7',
        Name: CHILD,
        Mother: CHILD,
        Phone: '012 345 678',
      };
      // A row for each column, in which the child stands in that one; and a good row.
      const rows = [undefined, ...heads].map((odd) => heads.map((head) => (head === odd ? CHILD : (right[head] ?? ''))).join(','));
      const report = await load(`${CHILD}.csv`, [heads.join(','), ...rows].join('\n'));
      expect(report.read).toBe(rows.length);
      expect(report.taken).toBe(1);
      expect(report.notes.join(' ')).toContain('columns not read: Name, Mother, Phone');
      const kept = await database.query<{ text: string }>(sql`
        select json_agg(upload)::text || (select json_agg(import_report)::text from import_report) as text
        from upload`);
      for (const text of [JSON.stringify(report), kept[0]?.text ?? '']) {
        expect(text).toContain('line 2');
        expect(text.includes('Srey') || text.includes('345 678')).toBe(false);
      }
    });
  });
});
