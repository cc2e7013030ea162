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

    /** What each key of a table was given last; a key is a commune and year, or the code of a network or workshop. */
    type Table = Readonly<Record<string, number>>;
    const KINDS = {
      'vsnp-assessments': {
        keys: ['010201 2024', '010201 2025', '010209 2025', '010210 2025'],
        heads: 'pcode,period,workshop-date,high-risk-children',
        line: (key: string, number: number) => `${key.replace(' ', ',')},2025-03-01,${number}`,
        holding: sql`
          select pcode || ' ' || period as key, value::float8 as number
          from current_statement
          join observation on observation.statement = current_statement.id`,
      },
      networks: {
        keys: ['CPN-1', 'CPN-2', 'CPN-3'],
        heads: 'pcode,network-code,organisation,founded-on,child-peer-educators',
        line: (key: string, number: number) => `010201,${key},police,2022-01-01,${number}`,
        holding: sql`select code as key, child_peer_educators::float8 as number from current_network`,
      },
      workshops: {
        keys: ['W-1', 'W-2'],
        heads: 'pcode,workshop-code,type,starts-on,ends-on,organiser,participants-police',
        line: (key: string, number: number) => `010209,${key},awareness,2025-01-01,2025-01-01,police,${number}`,
        holding: sql`
          select code as key, participants::float8 as number
          from current_workshop
          join workshop_participants on workshop_participants.workshop = current_workshop.id`,
      },
    } as const;
    type Kind = keyof typeof KINDS;
    const kinds = Object.keys(KINDS) as Kind[];
    const loadTable = async (kind: Kind, table: Table) => {
      const { heads, line } = KINDS[kind];
      const lines = Object.entries(table).map(([key, number]) => line(key, number));
      const files = [{ name: 'table.csv', bytes: new TextEncoder().encode(`${[heads, ...lines].join('\n')}\n`) }];
      const report = done(await importDataset(database, { files, dataset: datasetOf(kind), stated: {}, source: undefined }, () => {}));
      expect(report.rejected).toEqual([]);
      return report;
    };
    const holdingOf = async (kind: Kind): Promise<Table> => {
      const rows = await database.query<{ key: string; number: number }>(KINDS[kind].holding);
      return Object.fromEntries(rows.map(({ key, number }) => [key, number]));
    };

    /** What a plain list of uploads knows: of each kind, the newest one that was not taken back speaks of a key. */
    type Plain = { kind: Kind; table: Table; isTakenBack: boolean };
    const rulingOf = (plain: readonly Plain[], kind: Kind): Table =>
      Object.assign({}, ...plain.filter((one) => one.kind === kind && !one.isTakenBack).map(({ table }) => table));

    it('comes out the same as a plain list of uploads of every kind, however they are mixed, repeated and taken back', async () => {
      const tableOf = (kind: Kind) =>
        fc
          .dictionary(fc.constantFrom(...KINDS[kind].keys), fc.integer({ min: 1, max: 20 }), { minKeys: 1 })
          .map((table) => ({ kind, table }));
      // Few files, so that they repeat; few keys, so that they overlap; undos of what was never there, and twice.
      const files = fc.array(fc.oneof(...kinds.map(tableOf)), { minLength: 5, maxLength: 5 });
      const step = fc.oneof(
        { weight: 3, arbitrary: fc.record({ load: fc.nat(4) }) },
        { weight: 2, arbitrary: fc.record({ undo: fc.nat(7) }) },
      );
      await fc.assert(
        fc.asyncProperty(files, fc.array(step, { maxLength: 10 }), async (given, work) => {
          await database.script('truncate upload, import_report, organisation restart identity cascade');
          const plain: Plain[] = [];
          for (const act of work) {
            if ('undo' in act) {
              const upload = plain[act.undo];
              const expected = upload !== undefined && !upload.isTakenBack;
              expect((await refusal(act.undo + 1)) === 'was done').toBe(expected);
              if (upload !== undefined) upload.isTakenBack = true;
              continue;
            }
            const file = given[act.load];
            if (file === undefined) throw new Error('there is no such file');
            const { kind, table } = file;
            const isKnown = plain.some((one) => !one.isTakenBack && one.kind === kind && sameRows(one.table, table));
            const before = rulingOf(plain, kind);
            const report = await loadTable(kind, table);
            expect(report.wasKnown).toBe(isKnown);
            if (isKnown) continue;
            const added = Object.keys(table).filter((key) => !(key in before)).length;
            const unchanged = Object.keys(table).filter((key) => before[key] === table[key]).length;
            expect(report.changes).toMatchObject({ added, unchanged, changed: Object.keys(table).length - added - unchanged });
            plain.push({ kind, table, isTakenBack: false });
          }
          for (const kind of kinds) expect({ kind, holds: await holdingOf(kind) }).toEqual({ kind, holds: rulingOf(plain, kind) });
          const states = (await queryUploads(database)).map(({ state }) => state).toReversed();
          expect(states).toEqual(plain.map(({ isTakenBack }) => (isTakenBack ? 'withdrawn' : 'committed')));
        }),
        { numRuns: 25, seed: 20261127 },
      );
    });
  });
});

function done<Report extends object>(result: Report | Refusal): Report {
  if ('refused' in result) throw new Error(String(result.refused));
  return result;
}

/** The same rows in the same order are the same bytes. */
function sameRows(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  return JSON.stringify(Object.entries(one)) === JSON.stringify(Object.entries(other));
}
