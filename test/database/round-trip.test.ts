import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datasetOf } from '../../server/datasets/index.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { undoUpload } from '../../server/intake/undo-upload.ts';
import { askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { GAZETTEER, statements, writeEditions } from '../support/two-editions.ts';

const HEADS = [
  'pcode,period,workshop-date,villages-covered,villages-total,high-risk-children,female-6-11,male-15-17',
  'factor-out-of-school,participants-teachers,topics,obligations-police',
  'action-1-priority,action-1-owner,action-1-due,action-1-status,action-2-priority,action-2-owner,action-2-status',
  'factor-out-of-school-female-6-11',
].join(',');
const FIRST = [
  '010201,2024,2024-05-06,4,6,9,2,3,5,3,law; obligations,report-suspected-cases,school-return,teachers,2024-09-30,planned,school-return,police,done,2',
  '010209,2024,2024-05-07,,,0,,,,,,,,,,,,,,',
  '010209,2025,2025-05-07,,8,12,,,,,,,,,,,,,,',
  '01021101,2025,2025-06-01,,,2,,,,,,,,,,,,,,',
  '01021102,2025,2025-06-02,,,1,1,,,,,,,,,,,,,',
];
const SECOND = ['010201,2024,2024-05-06,4,6,7,2,3,5,3,law,,,,,,,,,', '010210,2025,2025-07-01,,,4,,,,,,,,,,,,,,'];

describe('assessments that leave as a file and come back', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: ReturnType<typeof askingOf>;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeEditions(database);
      asking = askingOf(database);
    });
    afterAll(() => database.close());
    beforeEach(() => database.script('truncate upload, import_report cascade'));

    const load = async (name: string, bytes: Uint8Array) => {
      const dataset = datasetOf('vsnp-assessments');
      const result = await importDataset(database, { files: [{ name, bytes }], dataset, stated: {}, source: undefined }, () => {});
      if ('refused' in result) throw new Error(result.refused);
      return result;
    };
    const loadRows = (rows: readonly string[]) => load('table.csv', new TextEncoder().encode(`${[HEADS, ...rows].join('\n')}\n`));
    const exported = async (format: 'csv' | 'xlsx') => {
      const { status, bytes } = await asking.download(`/api/exports/vsnp-assessments?edition=${GAZETTEER}&format=${format}`, 'identity');
      expect({ status, failures: asking.failures }).toEqual({ status: 200, failures: [] });
      return bytes;
    };
    const text = async () => Buffer.from(await exported('csv')).toString();

    for (const format of ['csv', 'xlsx'] as const) {
      it(`say the same again, as .${format}`, async () => {
        expect(await loadRows(FIRST)).toMatchObject({ read: 5, taken: 5 });
        const [before, said] = [await text(), await statements(database)];
        expect(said).toHaveLength(4);
        const file = await exported(format);
        await database.script('truncate upload, import_report cascade');
        expect(await load(`export.${format}`, file)).toMatchObject({ read: 4, taken: 4, rejected: [] });
        expect(await statements(database)).toEqual(said);
        expect(await text()).toBe(before);
      });
    }

    it('hold after an upload was taken back, byte for byte, what they held before it', async () => {
      await loadRows(FIRST);
      const before = await text();
      const { upload } = await loadRows(SECOND);
      expect(await text()).not.toBe(before);
      expect(await undoUpload(database, { upload: upload ?? -1, by: 'test' })).toMatchObject({ upload });
      expect(await text()).toBe(before);
    });

    it('never bring invented numbers onto real places', async () => {
      await loadRows(FIRST);
      await database.query(sql`update edition set is_demonstration = true where id = ${GAZETTEER}::text returning 1`);
      const invented = await exported('csv');
      await database.query(sql`update edition set is_demonstration = false where id = ${GAZETTEER}::text returning 1`);
      await expect(load('table.csv', invented)).rejects.toThrow(
        'table.csv: The file holds demonstration data: invented numbers never stand on real places.',
      );
    });
  });
});
