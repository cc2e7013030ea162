import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { datasetOf } from '../../server/datasets/index.ts';
import type { Database } from '../../server/db/database.ts';
import { placeSearchText } from '../../server/domain/places/search-text.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { upsertEdition } from '../../server/queries/upsert-edition.ts';
import { upsertPlaces } from '../../server/queries/upsert-places.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { FACTS, GAZETTEER, statements } from '../support/two-editions.ts';

const PLACES = [
  ['01', 'Banteay Meanchey', 'បន្ទាយមានជ័យ'],
  ['0105', 'Ou Chrov', 'អូរជ្រៅ'],
  ['010501', 'Kuttasat', 'គុត្តសត'],
  ['010502', 'Samraong', 'សំរោង'],
  ['0110', 'Paoy Paet', 'ប៉ោយប៉ែត'],
  ['011001', 'Nimitt', 'និមិត្ត'],
  ['011002', 'Phum Thmei', 'ភូមិថ្មី'],
  ['011003', 'Kantueu Muoy', 'កន្ទឺ១'],
  ['02', 'Battambang', 'បាត់ដំបង'],
  ['0201', 'Banan', 'បាណន់'],
  ['020101', 'Samraong', 'សំរោង'],
] as const;

describe('communes that are named and not coded', () => {
  onBothHomes((home) => {
    let database: Database;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await database.transaction(async (tx) => {
        await upsertEdition(tx, { ...FACTS, id: GAZETTEER, kind: 'gazetteer', validFrom: '2025-09-14' });
        const places = PLACES.map(([pcode, nameEn, nameKm]) => ({ pcode, nameEn, nameKm, geometry: null }));
        await upsertPlaces(tx, GAZETTEER, places, ({ nameEn, nameKm }) => placeSearchText(nameEn, nameKm));
      });
    });
    afterAll(() => database.close());
    beforeEach(() => database.script('truncate upload, import_report cascade'));

    const load = async (heads: string, ...rows: string[]) => {
      const bytes = new TextEncoder().encode(
        `${heads},period,workshop-date,high-risk-children\n${rows.map((row) => `${row},2025,2025-03-01,3`).join('\n')}\n`,
      );
      const dataset = datasetOf('vsnp-assessments');
      const result = await importDataset(database, { files: [{ name: 't.csv', bytes }], dataset, stated: {}, source: undefined }, () => {});
      if ('refused' in result) throw new Error(result.refused);
      return result;
    };
    const placesStated = async () => (await statements(database)).map((line) => line.split(' ')[1]);

    it('are found by their Khmer or romanised name, with or without the word for commune, and said to be', async () => {
      const report = await load('commune', 'Kuttasat', 'ឃុំ​និមិត្ត', 'Phum Thmei', 'កន្ទឺ១');
      expect(report).toMatchObject({ taken: 4, rejected: [] });
      expect(await placesStated()).toEqual(['010501', '011001', '011002', '011003']);
      expect(report.repairs).toContainEqual({ repair: 'found-by-name', column: 'place-name', cells: 4, first: 'line 2' });
    });

    it('are told apart by their district or province, and never guessed between two', async () => {
      const report = await load(
        'province,district,commune',
        ',,Samraong',
        ',Banan,Samraong',
        'ខេត្តបន្ទាយមានជ័យ,,Khum Samraong',
        ',Ou Chrov,Nimitt',
      );
      expect(report.taken).toBe(2);
      expect(await placesStated()).toEqual(['010502', '020101']);
      expect(report.rejected).toMatchObject([
        { where: 'line 2', code: null, name: null, reason: 'pcode is blank, and 2 communes are called so: 010502, 020101; write the code' },
        { where: 'line 5', code: null, name: null, reason: 'pcode is blank, and no commune is called so in the district stated' },
      ]);
    });

    it('are found by a name that only sounds so where their district is stated, and marked to be looked at twice', async () => {
      const report = await load('district,commune', 'Ou Chrov,Kotasat', ',Kotasat');
      expect(await placesStated()).toEqual(['010501']);
      expect(report.repairs).toContainEqual({ repair: 'found-by-similar-name', column: 'place-name', cells: 1, first: 'line 2' });
      expect(report.rejected).toMatchObject([{ where: 'line 3', reason: 'pcode is blank, and no commune is called so' }]);
    });

    it('are not looked for where the column of codes is stated: a row without a code may be a total', async () => {
      const bytes = new TextEncoder().encode('code,commune,poor\n011001,Nimitt,3\n,Kuttasat,400\n');
      const stated = { place: 'code', value: 'poor', period: '2022', indicator: 'poor-households' };
      const files = [{ name: 't.csv', bytes }];
      const report = await importDataset(database, { files, dataset: datasetOf('covariate'), stated, source: undefined }, () => {});
      expect(report).toMatchObject({ taken: 1, rejected: [{ where: 'line 3', reason: 'pcode is blank' }] });
      expect(await placesStated()).toEqual(['011001']);
    });

    it('go by their code where there is one, whatever they are called', async () => {
      const report = await load('pcode,commune', '011001,Samraong', ',Kuttasat');
      expect(report).toMatchObject({ taken: 2, rejected: [] });
      expect(await placesStated()).toEqual(['010501', '011001']);
    });
  });
});
