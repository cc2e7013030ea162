import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetReport } from '../../server/contracts/import.ts';
import { datasetOf } from '../../server/datasets/index.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { undoUpload } from '../../server/intake/undo-upload.ts';
import { askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { done, importCrosswalk, textFile } from '../support/invented-files.ts';
import { BOUNDARIES, GAZETTEER, statements, writeEditions } from '../support/two-editions.ts';

const HEADS = 'code_2014,code_2025,method,share';
/** As the editions were joined before, but 010401 is divided by shares and 010302 has become 010220. */
const DIVIDED = [
  HEADS,
  '010201,010201,same,',
  '010202,010209,merged,',
  '010301,010209,merged,',
  '010302,010220,decree,',
  '010401,010220,survey,0.6',
  '010401,010221,survey,0.4',
];

onBothHomes((home) => {
  describe('crosswalks as uploads', () => {
    let database: Database;
    let asking: ReturnType<typeof askingOf>;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeEditions(database);
      asking = askingOf(database);
    });
    afterAll(() => database.close());
    beforeEach(async () => {
      const all = await database.query<{ id: number }>(sql`select id from upload where state = 'committed' order by id desc`);
      for (const { id } of all) done(await undo(id));
    });

    const state = async (lines: readonly string[], isDryRun = false): Promise<DatasetReport> =>
      done(await importCrosswalk(database, textFile('crosswalk.csv', `${lines.join('\n')}\n`), isDryRun));
    const undo = (upload: number | null, isDryRun = false) => undoUpload(database, { upload: upload ?? 0, by: 'a test', isDryRun });
    const assess = async (...rows: readonly string[]): Promise<DatasetReport> => {
      const files = [textFile('table.csv', ['pcode,period,workshop-date,high-risk-children', ...rows].join('\n'))];
      const delivery = { files, dataset: datasetOf('vsnp-assessments'), stated: {}, source: undefined };
      return done(await importDataset(database, delivery, () => {}));
    };
    /** What the map and other hands see of it. */
    const seen = async () => {
      const joined = await database.query(sql`
        select from_pcode || '>' || to_pcode as step, share::float8 as share from crosswalk order by 1`);
      const { bytes } = await asking.download('/api/exports/registers/crosswalk?format=csv', 'identity');
      const values = `/api/exports/values?edition=${GAZETTEER}&indicator=high-risk-children&level=commune&period=2025&format=csv`;
      return [joined, Buffer.from(bytes).toString(), Buffer.from((await asking.download(values, 'identity')).bytes).toString()];
    };

    it('say first which steps are new, different and no longer stated, and store nothing', async () => {
      const before = await seen();
      const report = await state(DIVIDED, true);
      expect(report).toMatchObject({ read: 6, taken: 6, rejected: [], upload: null, changes: { added: 1, changed: 5, withdrawn: 2 } });
      expect(report.preview?.places).toContainEqual({
        pcode: '010220',
        period: '2014 010401 2025 010220',
        kind: 'changed',
        from: null,
        to: null,
        fields: [
          { column: 'method', from: 'test', to: 'survey' },
          { column: 'share', from: null, to: 0.6 },
        ],
      });
      expect(report.preview?.warnings).toEqual([]);
      expect(await seen()).toEqual(before);
    });

    it('are taken back, and what they stood for holds again, byte for byte', async () => {
      await assess('010401,2025,2025-03-01,7');
      const before = await seen();
      const { upload } = await state(DIVIDED);
      expect(await seen()).not.toEqual(before);
      expect(await undo(upload, true)).toMatchObject({ dataset: 'crosswalk', changes: { added: 2, changed: 5, withdrawn: 1 } });
      done(await undo(upload));
      expect(await seen()).toEqual(before);
    });

    it('leave as a file that brings back the same', async () => {
      const { upload } = await state(DIVIDED);
      const before = await seen();
      const files = [];
      for (const format of ['csv', 'xlsx'] as const) {
        const { bytes } = await asking.download(`/api/exports/registers/crosswalk?format=${format}`, 'identity');
        files.push({ name: `file.${format}`, bytes });
      }
      done(await undo(upload));
      for (const file of files) {
        const again = done(await importCrosswalk(database, file));
        expect(again).toMatchObject({ read: 6, taken: 6, rejected: [] });
        expect(await seen()).toEqual(before);
        done(await undo(again.upload));
      }
    });

    it('lead on what is kept on an older edition, and no longer once they are taken back', async () => {
      const valueIn = async (pcode: string) =>
        (await seen())[2]
          ?.toString()
          .split('\r\n')
          .find((line) => line.includes(pcode));
      const { keptOnOlderEdition } = await assess('010401,2025,2025-03-01,7');
      expect(keptOnOlderEdition).toEqual([{ code: '010401', edition: BOUNDARIES }]);
      const before = await valueIn('010221');
      const { upload } = await state([HEADS, '010401,010221,decree,']);
      expect(await valueIn('010221')).not.toBe(before);
      done(await undo(upload));
      expect(await valueIn('010221')).toBe(before);
    });

    it('stay while later uploads stand where they were led or divided, and name those', async () => {
      const { upload } = await state(DIVIDED);
      const divided = await assess('010401,2025,2025-03-01,10');
      const led = await assess('010302,2025,2025-03-02,5');
      await assess('010301,2025,2025-03-02,4');
      const refusal = {
        refused: `Upload ${upload} has led numbers of the uploads ${divided.upload}, ${led.upload} on to other communes; take those back first, and load their files again afterwards.`,
        because: { issue: 'led-on' },
      };
      const before = await seen();
      expect(await undo(upload, true)).toMatchObject(refusal);
      expect(await undo(upload)).toMatchObject(refusal);
      expect(await seen()).toEqual(before);
      done(await undo(led.upload));
      done(await undo(divided.upload));
      done(await undo(upload));
      await assess('010401,2025,2025-03-01,10');
      expect(await statements(database)).toContain(`${BOUNDARIES} 010401 2025: high-risk-children all all all 10`);
    });

    it('may be taken back where a later one speaks of the same years, and where another leads the same way', async () => {
      const first = await state(DIVIDED);
      const second = await state([...DIVIDED, '010501,010211,decree,']);
      await assess('010401,2025,2025-03-01,10');
      done(await undo(second.upload, true));
      done(await undo(first.upload));
      expect(await undo(second.upload, true)).toMatchObject({ because: { issue: 'led-on' } });
    });

    it('name the uploads that stand where steps led before, when these steps change', async () => {
      await state(DIVIDED);
      const { upload } = await assess('010401,2025,2025-03-01,10');
      const report = await state(
        DIVIDED.map((line) => line.replace('0.6', '0.5').replace('0.4', '0.5')),
        true,
      );
      expect(report.remarks).toContainEqual({ note: 'led-on-before', values: { uploads: String(upload) }, file: null });
    });

    it('hold again when the same file comes again after another', async () => {
      const first = await state(DIVIDED);
      const before = await seen();
      expect(await state(DIVIDED)).toMatchObject({ wasKnown: true, upload: first.upload });
      await state([HEADS, '010401,010221,decree,']);
      expect(await state(DIVIDED)).toMatchObject({ wasKnown: false, changes: { added: 5, changed: 1 } });
      expect(await seen()).toEqual(before);
    });
  });
});
