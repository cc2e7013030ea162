import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetReport } from '../../server/contracts/import.ts';
import { PlaceProfile } from '../../server/contracts/profile.ts';
import { datasetOf } from '../../server/datasets/index.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { queryStatedAssessments } from '../../server/queries/stated-assessments.ts';
import { askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { importCrosswalk, textFile } from '../support/invented-files.ts';
import { BOUNDARIES, GAZETTEER, statements, withdraw, writeEditions } from '../support/two-editions.ts';

const HEADS = 'pcode,period,workshop-date,high-risk-children';
const line = (pcode: string, children: number) => `${GAZETTEER} ${pcode} 2025: high-risk-children all all all ${children}`;
/** 010401 of 2014 was divided; 010301 became 010209 whole, and part of 010302 did, too. */
const SHARES = [
  'code_2014,code_2025,method,share',
  '010401,010220,survey,0.6',
  '010401,010221,survey,"0,4"',
  '010301,010209,survey,',
  '010302,010209,survey,0.25',
  '010302,010210,survey,0.75',
  '010202,010210,survey,0.5',
  '010202,010211,survey,',
];

onBothHomes((home) => {
  describe('numbers of communes that have been divided', () => {
    let database: Database;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeEditions(database);
      const report = await stateShares(SHARES);
      expect([report.taken, report.rejected]).toEqual([7, []]);
    });
    afterAll(() => database.close());
    beforeEach(() => database.script("delete from upload where dataset <> 'crosswalk'"));

    const stateShares = async (lines: readonly string[]) => {
      const report = await importCrosswalk(database, textFile('shares.csv', lines.join('\n')));
      if ('refused' in report) throw new Error(report.refused);
      return report;
    };
    const load = async (id: string, text: string): Promise<DatasetReport> => {
      const files = [{ name: 'table.csv', bytes: new TextEncoder().encode(text) }];
      const result = await importDataset(database, { files, dataset: datasetOf(id), stated: {}, source: undefined }, () => {});
      if ('refused' in result) throw new Error(result.refused);
      return result;
    };
    const assessed = (...rows: string[]) => load('vsnp-assessments', [HEADS, ...rows].join('\n'));
    const holding = async () =>
      (await queryStatedAssessments(database, GAZETTEER)).map(
        ({ pcode, observations, isEstimated }) => `${pcode} ${observations[0]?.value}${isEstimated === true ? ' estimated' : ''}`,
      );

    it('are divided by the shares the crosswalk states, their total kept, and marked as estimates', async () => {
      const report = await assessed('010401,2025,2025-03-01,7');
      expect(await statements(database)).toEqual([line('010220', 4), line('010221', 3)]);
      expect(await holding()).toEqual(['010220 4 estimated', '010221 3 estimated']);
      expect(report).toMatchObject({ read: 1, taken: 1, rejected: [], keptOnOlderEdition: [], changes: { added: 2 } });
      expect(report.notes).toEqual([
        'high-risk-children: 7 = 7 divided by the shares of the crosswalk.',
        '010401, 2025: divided by the shares of the crosswalk, an estimate: 010220 (0.6), 010221 (0.4).',
      ]);
    });

    it('are summed where parts of several communes have come together', async () => {
      await assessed('010301,2025,2025-03-01,5', '010302,2025,2025-03-01,8');
      expect(await holding()).toEqual(['010209 7 estimated', '010210 6 estimated']);
    });

    it('stay on their older edition where a share is not stated', async () => {
      expect(await assessed('010202,2025,2025-03-01,9')).toMatchObject({ keptOnOlderEdition: [{ code: '010202', edition: BOUNDARIES }] });
    });

    it('are not taken where the file states a part by its own code', async () => {
      const report = await assessed('010401,2025,2025-03-01,7', '010220,2025,2025-03-01,2');
      expect(await holding()).toEqual(['010220 2']);
      expect(report.rejected).toMatchObject([{ where: 'line 2', code: '010401', issues: [{ issue: 'divided-and-stated' }] }]);
      expect(report.taken + report.rejected.length).toBe(report.read);
    });

    it('never take the place of what is known exactly, and come back when that is taken back', async () => {
      const exact = await assessed('010220,2025,2025-03-01,2');
      await assessed('010401,2025,2025-03-01,7');
      expect(await holding()).toEqual(['010220 2', '010221 3 estimated']);
      await withdraw(database, exact.upload);
      expect(await holding()).toEqual(['010220 4 estimated', '010221 3 estimated']);
    });

    it('say in the panel of each part that they are estimates, and in which line they stand', async () => {
      await assessed('010401,2025,2025-03-01,7');
      const { body } = await askingOf(database).ask(`/api/places/010221?edition=${GAZETTEER}&period=2025`);
      expect(PlaceProfile.parse(body).sources).toMatchObject([{ subject: 'vsnp-assessments', isEstimated: true, writtenIn: ['line 2'] }]);
    });

    it('are divided anew when the same file comes again after the shares were corrected', async () => {
      await assessed('010401,2025,2025-03-01,10');
      expect(await assessed('010401,2025,2025-03-01,10')).toMatchObject({ wasKnown: true });
      await stateShares(SHARES.map((line) => line.replace('0.6', '0.1').replace('"0,4"', '0.9')));
      expect(await assessed('010401,2025,2025-03-01,10')).toMatchObject({ wasKnown: false, upload: expect.any(Number) });
      expect(await holding()).toEqual(['010220 1 estimated', '010221 9 estimated']);
      await stateShares(SHARES);
    });

    it('of people are divided in every age band', async () => {
      await load('population', 'pcode,period,age-band,children\n010401,2024,0-17,101\n');
      const rows = await database.query(sql`
        select pcode, value::float8 as value from current_statement join observation on statement = current_statement.id
        where measure = 'children' order by pcode`);
      expect(rows).toEqual([
        { pcode: '010220', value: 61 },
        { pcode: '010221', value: 40 },
      ]);
    });
  });
});
