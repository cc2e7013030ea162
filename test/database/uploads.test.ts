import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetReport, UndoReport } from '../../server/contracts/import.ts';
import { datasetOf } from '../../server/datasets/index.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import type { Refusal } from '../../server/intake/outcome.ts';
import { undoUpload } from '../../server/intake/undo-upload.ts';
import { queryUploads } from '../../server/queries/uploads.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { writeEditions } from '../support/two-editions.ts';

type Children = Readonly<Record<string, number>>;

onBothHomes((home) => {
  describe('the history of uploads', () => {
    let database: Database;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeEditions(database);
    });
    afterAll(() => database.close());
    beforeEach(() => database.script('truncate upload, import_report restart identity cascade'));

    const load = async (children: Children, isDryRun = false): Promise<DatasetReport> => {
      const rows = Object.entries(children).map(([pcode, number]) => `${pcode},2025,2025-03-01,${number}`);
      const text = `pcode,period,workshop-date,high-risk-children\n${rows.join('\n')}\n`;
      const files = [{ name: 'table.csv', bytes: new TextEncoder().encode(text) }];
      const delivery = { files, dataset: datasetOf('vsnp-assessments'), stated: {}, source: undefined, isDryRun };
      return done(await importDataset(database, delivery, () => {}));
    };
    const undo = async (upload: number | null, isDryRun = false): Promise<UndoReport> =>
      done(await undoUpload(database, { upload: upload ?? 0, by: 'a test', isDryRun }));
    const refusal = async (upload: number) => {
      const result = await undoUpload(database, { upload, by: 'a test' });
      return 'refused' in result ? result.refused : 'was done';
    };
    /** Children stated of each commune now. */
    const holding = async (): Promise<Children> => {
      const rows = await database.query<{ pcode: string; value: number }>(sql`
        select pcode, value::float8 as value
        from current_statement
        join observation on observation.statement = current_statement.id
        order by pcode`);
      return Object.fromEntries(rows.map(({ pcode, value }) => [pcode, value]));
    };

    it('says before anything is stored what would change, place by place and province by province', async () => {
      await load({ '010201': 7, '010209': 4, '010210': 2 });
      const before = await queryUploads(database);
      const report = await load({ '010201': 7, '010209': 13, '010211': 5 }, true);
      expect(report.upload).toBeNull();
      expect(report.changes).toEqual({ added: 1, changed: 1, unchanged: 1, withdrawn: 0 });
      expect(report.preview).toMatchObject({
        places: [
          { pcode: '010209', period: '2025', kind: 'changed', from: 4, to: 13 },
          { pcode: '010211', period: '2025', kind: 'added', from: null, to: 5 },
        ],
        provinces: [{ pcode: '01', from: 11, to: 25 }],
        warnings: [{ pcode: '010209', period: '2025', warning: 'jump' }],
      });
      expect(await queryUploads(database)).toEqual(before);
      expect(await holding()).toEqual({ '010201': 7, '010209': 4, '010210': 2 });
    });

    it('says of a province nothing is stated of that nothing is, not zero', async () => {
      const { preview } = await load({ '010201': 0 }, true);
      expect(preview?.provinces).toEqual([{ pcode: '01', from: null, to: 0 }]);
    });

    it('keeps no number of a single place with an upload, only how many changed', async () => {
      const report = await load({ '010201': 7, '010209': 4 });
      expect([report.changes, report.preview]).toEqual([{ added: 2, changed: 0, unchanged: 0, withdrawn: 0 }, undefined]);
      const [kept] = await database.query<{ report: string }>(sql`select report::text as report from upload`);
      expect(JSON.parse(kept?.report ?? '{}')).not.toHaveProperty('preview');
    });

    it('brings back what an upload replaced when it is taken back, and leaves what came later', async () => {
      await load({ '010201': 7, '010209': 4 });
      const second = await load({ '010201': 8, '010209': 5, '010210': 1 });
      await load({ '010209': 6 });
      const { changes, preview } = await undo(second.upload, true);
      expect(changes).toEqual({ added: 0, changed: 1, unchanged: 1, withdrawn: 1 });
      expect(preview?.places).toEqual([
        { pcode: '010201', period: '2025', kind: 'changed', from: 8, to: 7 },
        { pcode: '010210', period: '2025', kind: 'withdrawn', from: 1, to: null },
      ]);
      expect(preview?.warnings).toEqual([{ pcode: '010210', period: '2025', warning: 'no-longer-stated' }]);
      expect(await holding()).toEqual({ '010201': 8, '010209': 6, '010210': 1 });
      expect((await undo(second.upload)).changes).toEqual(changes);
      expect(await holding()).toEqual({ '010201': 7, '010209': 6 });
    });

    it('lists every upload with who, when, hash and counts, those taken back too', async () => {
      const first = await load({ '010201': 7 });
      await load({ '010201': 8 });
      await undo(first.upload);
      const [newer, older] = await queryUploads(database);
      expect(newer).toMatchObject({
        id: 2,
        state: 'committed',
        withdrawnAt: null,
        uploadedBy: 'command line',
        read: 1,
        taken: 1,
        places: 1,
      });
      expect(older).toMatchObject({ id: 1, state: 'withdrawn', dataset: 'vsnp-assessments', periods: ['2025'] });
      expect(older?.withdrawnAt).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
      expect(older?.sha256).toMatch(/^[0-9a-f]{64}$/);
    });

    it('takes back nothing twice, nothing unknown and nothing of the demonstration', async () => {
      const { upload } = await load({ '010201': 7 });
      await undo(upload);
      expect(await refusal(upload ?? 0)).toContain('has been taken back already');
      expect(await refusal(99)).toBe('There is no upload 99.');
      await database.query(sql`
        insert into upload (dataset, sha256, is_demonstration) values ('vsnp-assessments', ${'0'.repeat(64)}::text, true)`);
      expect(await refusal(2)).toBe('There is no upload 2.');
    });

    it('comes out the same as a plain list of uploads, however they are repeated and taken back', async () => {
      const codes = ['010201', '010209', '010210'];
      const file = fc.dictionary(fc.constantFrom(...codes), fc.nat(20), { minKeys: 1 });
      const step = fc.oneof(
        { weight: 3, arbitrary: fc.record({ load: fc.nat(3) }) },
        { weight: 2, arbitrary: fc.record({ undo: fc.nat(5) }) },
      );
      const steps = fc.array(step, { maxLength: 7 });
      await fc.assert(
        fc.asyncProperty(fc.array(file, { minLength: 4, maxLength: 4 }), steps, async (files, work) => {
          await database.script('truncate upload, import_report restart identity cascade');
          const plain: { children: Children; isTakenBack: boolean }[] = [];
          for (const act of work) {
            if ('undo' in act) {
              const upload = plain[act.undo];
              const expected = upload !== undefined && !upload.isTakenBack;
              expect((await refusal(act.undo + 1)) === 'was done').toBe(expected);
              if (upload !== undefined) upload.isTakenBack = true;
            } else {
              const children = files[act.load] ?? {};
              const isKnown = plain.some((upload) => !upload.isTakenBack && sameChildren(upload.children, children));
              expect((await load(children)).wasKnown).toBe(isKnown);
              if (!isKnown) plain.push({ children, isTakenBack: false });
            }
          }
          const expected = Object.assign(
            {},
            ...plain.filter(({ isTakenBack }) => !isTakenBack).map(({ children }) => children),
          ) as Children;
          expect(await holding()).toEqual(expected);
        }),
        { numRuns: 25, seed: 20261126 },
      );
    });
  });
});

function done<Report extends object>(result: Report | Refusal): Report {
  if ('refused' in result) throw new Error(String(result.refused));
  return result;
}

/** The same rows in the same order are the same bytes. */
function sameChildren(one: Children, other: Children): boolean {
  return JSON.stringify(Object.entries(one)) === JSON.stringify(Object.entries(other));
}
