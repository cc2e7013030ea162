import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut } from '../server/commands/carry-out.ts';
import type { Order } from '../server/commands/order.ts';
import { EditionList, IndicatorList, PlaceColumns, toPlaceValues, ValueColumns } from '../server/contracts/index.ts';
import type { Database } from '../server/db/database.ts';
import type { SourceFile } from '../server/intake/read-table.ts';
import { LIGHT } from '../web/cartography/palettes.ts';
import { countRows, toScale } from '../web/cartography/scale.ts';
import { type Asked, askingOf } from './support/asking.ts';
import { drawnArea } from './support/drawn-area.ts';
import { onBothHomes, openFreshDatabase } from './support/homes.ts';
import { shapesFile, textFile } from './support/invented-files.ts';
import { square } from './support/shapes.ts';
import { workbook } from './support/workbook.ts';

/** Three communes beside each other; the codes stand as the gazetteer writes them, without their leading zero. */
const GAZETTEER = `Type,Code,Name (Khmer),Name (Latin),Reference,Official Note,Note (by Checker)
ខេត្ត,1,ខេត្តក,Kor Province,,,
ស្រុក,102,ខ,Khor,,,
ឃុំ,10201,គ,Kour,,,
ឃុំ,10202,ឃ,Khour,,,
ឃុំ,10203,ង,Ngor,,,
`;

/** The workbook an office fills in: a lost zero, Khmer digits; and nothing about the third commune. */
const ASSESSMENTS = [
  ['pcode', 'period', 'workshop-date', 'villages-covered', 'villages-total', 'high-risk-children'],
  ['10201', '2025', '2025-03-14', 4, 5, '១៥'],
  ['KH010202', '២០២៥', '2025-04-02', 3, 3, 0],
];

const CHILDREN = 'pcode,period,0-17\n010201,2024,1000\n010202,2024,800\n010203,2024,900\n';

onBothHomes((home) => {
  describe('one number on its way from a workbook to the map', () => {
    let database: Database;
    let ask: (path: string) => Promise<Asked>;
    const bring = async (order: Order, ...files: SourceFile[]) => {
      const outcome = await carryOut(database, { order, given: { files, codes: undefined } }, () => {});
      if ('refused' in outcome) throw new Error(outcome.refused);
      return outcome;
    };
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      ({ ask } = askingOf(database));
      await bring({ command: 'import-gazetteer', options: { validFrom: '2025-09-14' } }, textFile('gazetteer.csv', GAZETTEER));
      const communes = ['010201', '010202', '010203'].map((code, index) => ({
        properties: { ADM3_PCODE: `KH${code}`, ADM3_EN: code, ADM2_PCODE: 'KH0102', ADM2_EN: 'Khor', ADM1_PCODE: 'KH01', ADM1_EN: 'Kor' },
        geometry: square(103 + index * 0.1, 13),
      }));
      await bring({ command: 'import-boundaries', options: { validFrom: '2018-10-04' } }, shapesFile('communes.geojson', communes));
      await bring({ command: 'import-dataset', dataset: 'population', stated: {} }, textFile('children.csv', CHILDREN));
      await bring({ command: 'import-dataset', dataset: 'vsnp-assessments', stated: {} }, await workbook('assessments.xlsx', ASSESSMENTS));
    });
    afterAll(() => database.close());

    it('15 children among 1,000 become 15 per 1,000, the fourth class, and its purple', async () => {
      const { edition, places, indicator, columns } = await asked('commune');
      expect(places.levels.commune?.pcodes).toEqual(['010201', '010202', '010203']);
      const values = toPlaceValues(columns);
      expect(values).toEqual([{ state: 'value', value: 15, numerator: 15 }, { state: 'zero' }, { state: 'not-assessed' }]);
      const scale = toScale(indicator, LIGHT);
      expect(values.map((value) => scale.rowOf(value).row)).toEqual(['class-3', 'zero', 'not-assessed']);
      expect(values.map((value) => scale.rowOf(value).colour)).toEqual(['#7d4a9e', '#fffefb', '#efece4']);
      expect(values.map((value) => scale.rowOf(value).pattern)).toEqual([undefined, undefined, 'hatch']);
      expect(edition.isDemonstration).toBe(false);
    });

    it('the legend counts what the map colours', async () => {
      const { indicator, columns } = await asked('commune');
      const counts = countRows(toScale(indicator, LIGHT), toPlaceValues(columns));
      expect([...counts].filter(([, count]) => count > 0)).toEqual([
        ['class-3', 1],
        ['zero', 1],
        ['not-assessed', 1],
      ]);
      expect(columns.summary).toMatchObject({ numerator: 15, assessed: 2, communes: 3, newestOn: '2025-04-02' });
    });

    it('a district is the ratio of the sums of its assessed communes, and says how many they are', async () => {
      const { columns } = await asked('district');
      expect(toPlaceValues(columns)).toEqual([{ state: 'value', value: 8.3, numerator: 15 }]);
      expect(columns.assessedCommunes).toEqual([2]);
    });

    it('the map draws the colour of each place’s state, and the hatch over those nobody assessed', async () => {
      const { indicator, columns } = await asked('commune');
      const scale = toScale(indicator, LIGHT);
      expect(toPlaceValues(columns).map((value) => drawnArea(scale.rowOf(value), LIGHT))).toEqual([
        { colour: '#7d4a9e', patterns: [] },
        { colour: '#fffefb', patterns: [] },
        { colour: undefined, patterns: ['hatch'] },
      ]);
    });

    async function asked(level: 'commune' | 'district') {
      const [edition] = EditionList.parse((await ask('/api/editions')).body).editions;
      if (edition?.places === undefined || edition.places === null) throw new Error('no edition is published');
      const places = PlaceColumns.parse((await ask(edition.places.url)).body);
      const { indicators } = IndicatorList.parse((await ask(`/api/indicators?edition=${edition.id}`)).body);
      const indicator = indicators.find(({ id }) => id === 'high-risk-children-rate');
      if (indicator === undefined) throw new Error('the indicator is not offered');
      const query = `edition=${edition.id}&indicator=${indicator.id}&level=${level}&period=2025`;
      const columns = ValueColumns.parse((await ask(`/api/values?${query}`)).body);
      expect(columns.placeOrder).toBe(edition.places.hash);
      return { edition, places, indicator, columns };
    }
  });
});
