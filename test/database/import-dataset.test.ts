import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetReport } from '../../server/contracts/import.ts';
import type { Stated } from '../../server/datasets/dataset.ts';
import { datasetOf } from '../../server/datasets/index.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { importReports } from '../../server/queries/import-reports.ts';
import { upsertEdition } from '../../server/queries/upsert-edition.ts';
import { upsertPlaces } from '../../server/queries/upsert-places.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { BOUNDARIES, FACTS, GAZETTEER, place, statements, uploads, withdraw, writeEditions } from '../support/two-editions.ts';

onBothHomes((home) => {
  describe('importing numbers', () => {
    let database: Database;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeEditions(database);
    });
    afterAll(() => database.close());
    beforeEach(() => database.script('truncate upload, import_report cascade'));

    const assessments = (...rows: string[]) =>
      `pcode,period,workshop-date,high-risk-children,factor-out-of-school,villages-total\n${rows.join('\n')}\n`;
    const load = (id: string, text: string, stated: Stated = {}, source?: string) =>
      importDataset(
        database,
        { files: [{ name: 'table.csv', bytes: new TextEncoder().encode(text) }], dataset: datasetOf(id), stated, source },
        () => {},
      );
    const loaded = async (...about: Parameters<typeof load>): Promise<DatasetReport> => {
      const result = await load(...about);
      if ('refused' in result) throw new Error(result.refused);
      return result;
    };
    const poor = { indicator: 'poor-households', value: 'poor', denominator: 'all', period: '2022' };

    it('keeps each row taken as a statement with its observations, and names each row that is not', async () => {
      const report = await loaded(
        'vsnp-assessments',
        assessments('010201,2025,2025-03-01,7,4,', '10209,2025,2025-03-02,0,,', '010210,2025,2025-03-03,,,', '019901,2025,2025-03-04,3,,'),
      );
      expect(report).toMatchObject({
        kind: 'vsnp-assessments',
        edition: GAZETTEER,
        read: 4,
        taken: 2,
        matchedDirectly: 2,
        places: 2,
        periods: ['2025'],
      });
      expect(report.rejected).toEqual([
        {
          where: 'line 4',
          code: '010210',
          name: null,
          reason: 'high-risk-children is blank; where none was found, write 0',
          issues: [{ column: 'high-risk-children', issue: 'blank-not-zero', values: {} }],
        },
        {
          where: 'line 5',
          code: '019901',
          name: null,
          reason: 'no loaded edition has a place of this code',
          issues: [{ column: null, issue: 'unknown-place', values: {} }],
        },
      ]);
      expect(await statements(database)).toEqual([
        `${GAZETTEER} 010201 2025: high-risk-children all all all 7; high-risk-children all all out-of-school 4`,
        `${GAZETTEER} 010209 2025: high-risk-children all all all 0`,
      ]);
    });

    it('tells none found from not assessed: a zero is an observation, a blank is no statement', async () => {
      await loaded('vsnp-assessments', assessments('010201,2025,2025-03-01,0,,', '010209,2025,2025-03-01,,,'));
      const rows = await database.query(sql`
        select pcode, value::float8 as value from current_statement join observation on observation.statement = current_statement.id`);
      expect(rows).toEqual([{ pcode: '010201', value: 0 }]);
      expect(await database.query(sql`select workshop_on::text as day from assessment`)).toEqual([{ day: '2025-03-01' }]);
    });

    it('sums villages to their commune and keeps only how many there were', async () => {
      const report = await loaded(
        'vsnp-assessments',
        assessments(
          '01020101,2025,2025-03-01,2,1,5',
          '01020102,2025,2025-03-05,3,,5',
          '01020102,2025,2025-03-06,9,,5',
          '010201,2025,2025-03-07,9,,5',
        ),
      );
      expect([report.read, report.taken, report.places]).toEqual([4, 2, 1]);
      expect(report.notes).toContain('Villages that no loaded edition has, counted for their commune: 01020101, 01020102.');
      expect(report.rejected.map(({ reason }) => reason)).toEqual([
        'stands twice for 2025 (first in line 3)',
        'villages of it are stated for 2025 already (line 2)',
      ]);
      expect(await statements(database)).toEqual([
        `${GAZETTEER} 010201 2025: high-risk-children all all all 5; high-risk-children all all out-of-school 1`,
      ]);
      const [assessment] = await database.query(sql`
        select workshop_on::text as day, villages_covered as covered, villages_total as total from assessment`);
      expect(assessment).toEqual({ day: '2025-03-05', covered: 2, total: 5 });
    });

    it('leads older codes on by whole shares, adds those that became one, and keeps a divided one on its own edition', async () => {
      const report = await loaded(
        'covariate',
        'pcode,poor,all\n010201,10,100\n10202,20,200\n010301,30,300\n010302,40,\n010401,50,500\n010501,60,600\n019901,70,700\n',
        poor,
      );
      expect([report.read, report.taken, report.rejected.length, report.matchedDirectly]).toEqual([7, 6, 1, 1]);
      expect(report.matchedByCrosswalk).toEqual([
        { code: '010202', to: '010209' },
        { code: '010301', to: '010209' },
        { code: '010302', to: '010210' },
        { code: '010501', to: '010211' },
      ]);
      expect(report.keptOnOlderEdition).toEqual([{ code: '010401', edition: BOUNDARIES }]);
      expect(report.notes).toContain('010209, 2022: sum of 010202 and 010301.');
      expect(report.notes[0]).toBe(
        'poor-households: 280 = 10 by their own code + 150 led on by the crosswalk + 50 kept on an older edition + 70 in rejected rows.',
      );
      expect(await statements(database)).toEqual([
        `${BOUNDARIES} 010401 2022: denominator all all all 500; poor-households all all all 50`,
        `${GAZETTEER} 010201 2022: denominator all all all 100; poor-households all all all 10`,
        `${GAZETTEER} 010209 2022: denominator all all all 500; poor-households all all all 50`,
        `${GAZETTEER} 010210 2022: poor-households all all all 40`,
        `${GAZETTEER} 010211 2022: denominator all all all 600; poor-households all all all 60`,
      ]);
    });

    it('takes population a row a band, and has all children where the bands cover them', async () => {
      await loaded(
        'population',
        'pcode,period,age-band,people\n010201,2024,0-4,10\n010201,2024,5-17,25\n010209,2024,0-4,7\n010209,2024,0-4,8\n',
      );
      expect(await statements(database)).toEqual([
        `${GAZETTEER} 010201 2024: children all 0-17 all 35; children all 0-4 all 10; children all 5-17 all 25`,
        `${GAZETTEER} 010209 2024: children all 0-4 all 7`,
      ]);
    });

    it('changes nothing when the same bytes come again, and something when other options come with them', async () => {
      const table = 'pcode,poor,all\n010201,10,100\n';
      const first = await loaded('covariate', table, poor);
      expect(await loaded('covariate', table, poor)).toEqual({ ...first, wasKnown: true });
      const renamed = [{ name: 'copy of table.csv', bytes: new TextEncoder().encode(table) }];
      const delivery = { files: renamed, dataset: datasetOf('covariate'), stated: poor, source: undefined };
      expect(await importDataset(database, delivery, () => {})).toMatchObject({ upload: first.upload, wasKnown: true });
      expect(await uploads(database)).toHaveLength(1);
      expect(await importReports(database)).toHaveLength(1);
      const second = await loaded('covariate', table, { ...poor, period: '2023' });
      expect([second.wasKnown, second.upload]).toEqual([false, (first.upload ?? 0) + 1]);
      expect(await loaded('vsnp-assessments', assessments('010201,2025,2025-03-01,7,4,'))).toMatchObject({ wasKnown: false });
    });

    it('takes the same bytes anew once places are there for more of their rows', async () => {
      const table = 'pcode,poor,all\n010201,10,100\n010777,20,200\n';
      expect(await loaded('covariate', table, poor)).toMatchObject({ taken: 1 });
      await upsertPlaces(database, GAZETTEER, [place('0107'), place('010777')], () => 'x');
      expect(await loaded('covariate', table, poor)).toMatchObject({ taken: 2, wasKnown: false });
      await database.query(sql`delete from place where pcode in ('010777', '0107')`);
    });

    it('lets the newest upload rule, and the one before it again once the newest is withdrawn', async () => {
      const ruling = async () => {
        const rows = await database.query<{ value: number }>(sql`
          select value::float8 as value from current_statement join observation on observation.statement = current_statement.id
          where category = 'all'`);
        return rows.map(({ value }) => value);
      };
      const first = await loaded('vsnp-assessments', assessments('010201,2025,2025-03-01,7,,'));
      const second = await loaded('vsnp-assessments', assessments('010201,2025,2025-03-01,0,,'));
      expect(await ruling()).toEqual([0]);
      await withdraw(database, second.upload);
      expect(await ruling()).toEqual([7]);
      await withdraw(database, first.upload);
      expect(await ruling()).toEqual([]);
      expect(await loaded('vsnp-assessments', assessments('010201,2025,2025-03-01,7,,'))).toMatchObject({ wasKnown: false });
      expect(await ruling()).toEqual([7]);
    });

    it('keeps the report with the upload and in the list of imports, with the source that was stated or is usual', async () => {
      const report = await loaded('covariate', 'pcode,poor,all\n010201,10,100\n', poor);
      await loaded('covariate', 'pcode,poor,all\n010201,11,100\n', poor, 'Survey of 2022');
      expect(await uploads(database)).toEqual([
        { dataset: 'covariate:poor-households', source: 'IDPoor', report },
        { dataset: 'covariate:poor-households', source: 'Survey of 2022', report: expect.objectContaining({ taken: 1 }) },
      ]);
      expect((await importReports(database)).map((kept) => kept.report)).toContainEqual(report);
    });

    it.each([
      ['no table', 'covariate', '\u0000'],
      ['a table without the column', 'covariate', 'pcode,rich\n010201,1\n'],
      ['a table with heads only', 'covariate', 'pcode,poor,all\n'],
      ['an unknown shape of assessments', 'vsnp-assessments', 'pcode,period\n010201,2025\n'],
    ] as const)('changes nothing for %s', async (_, id, text) => {
      expect(await load(id, text, poor)).toMatchObject({ refused: expect.stringMatching(/^(?!.*undefined).+\.$/) });
      expect([await uploads(database), await importReports(database)]).toEqual([[], []]);
    });

    it('keeps the report of a damaged file, whose texts hold control characters and halves of characters', async () => {
      const table = JSON.stringify([
        { pcode: '010201', poor: 1, 'he\u0000ad': 'x', 'place-name': 'A\u0000\ud800' },
        { pcode: '0\u0001x\udc00', poor: 1, 'place-name': 'B\u0000\ud800' },
      ]);
      const report = await loaded('covariate', table, { ...poor, denominator: undefined });
      expect(report.rejected).toMatchObject([{ where: 'record 2', code: null, name: 'B\ufffd', reason: 'pcode is no place code' }]);
      expect((await importReports(database))[0]?.report).toEqual(report);
    });

    it('stores nothing when no row can be taken, and names them all', async () => {
      expect(await loaded('vsnp-assessments', assessments('990101,2025,2025-03-01,7,,', '010201,2025,,7,,'))).toMatchObject({
        upload: null,
        read: 2,
        taken: 0,
        rejected: [{ reason: 'is an example of the template, no place' }, { reason: 'workshop-date is blank' }],
      });
      expect([await uploads(database), await importReports(database)]).toEqual([[], []]);
    });

    it('needs a year, from a column or stated', async () => {
      const { period, ...without } = poor;
      expect(await load('covariate', 'pcode,poor,all\n010201,10,100\n', without)).toMatchObject({
        refused: expect.stringContaining('"Year" (period)'),
      });
      expect(await load('covariate', 'pcode,poor,all\n010201,10,100\n', { ...poor, period: '22' })).toMatchObject({
        refused: 'The year stated is no year.',
      });
      expect(await loaded('covariate', 'pcode,year,poor,all\n010201,2021,10,100\n010201,2022,11,100\n', without)).toMatchObject({
        periods: ['2021', '2022'],
      });
      expect(await loaded('covariate', 'pcode,year,poor,all\n010201,2021,10,100\n010201,2022,11,100\n', poor)).toMatchObject({
        periods: [period],
        rejected: [{ reason: 'is of 2021, not of 2022' }],
      });
    });
  });

  it('never puts real numbers on the demonstration', async () => {
    const database = await openFreshDatabase(home);
    await upsertEdition(database, { ...FACTS, id: 'demonstration', kind: 'complete', isDemonstration: true, validFrom: '2021-01-01' });
    await upsertPlaces(database, 'demonstration', ['01', '0102', '010201'].map(place), () => 'x');
    const files = [{ name: 'table.csv', bytes: new TextEncoder().encode('pcode,period,0-17\n010201,2024,5\n') }];
    const delivery = { files, dataset: datasetOf('population'), stated: {}, source: undefined };
    expect(await importDataset(database, delivery, () => {})).toMatchObject({
      refused: expect.stringContaining('No real places are loaded yet'),
    });
    await upsertEdition(database, { ...FACTS, id: 'real', kind: 'gazetteer', validFrom: '2025-01-01' });
    expect(await importDataset(database, delivery, () => {})).toMatchObject({ taken: 0, upload: null });
    expect(await uploads(database)).toEqual([]);
    await database.close();
  });
});
