import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Choices } from '../../server/contracts/choices.ts';
import type { Refusal } from '../../server/contracts/file-issues.ts';
import type { DatasetReport } from '../../server/contracts/import.ts';
import { datasetOf } from '../../server/datasets/index.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { toSearchText } from '../../server/domain/places/search-text.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { queryUploads } from '../../server/queries/uploads.ts';
import { upsertEdition } from '../../server/queries/upsert-edition.ts';
import { upsertPlaces } from '../../server/queries/upsert-places.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { FACTS, GAZETTEER, statements } from '../support/two-editions.ts';

/** Three communes called Prey, in two districts; Ta Prum is one alone. */
const PLACES = [
  ['01', 'North'],
  ['0101', 'Upper'],
  ['0102', 'Lower'],
  ['010101', 'Prey'],
  ['010102', 'Ta Prum'],
  ['010201', 'Prey'],
  ['010202', 'Prey'],
] as const;

const NAMED = ['commune,period,workshop-date,high-risk-children', 'Prey,2025,2025-03-01,7', 'Ta Prum,2025,2025-03-01,0'];
const PREYS = ['010101', '010201', '010202'];
const OWN_HEADS = ['Khum no.,Yr,Held on,Kids', '010101,2025,2025-03-01,4'];
const HEADS = { pcode: 'Khum no.', period: 'Yr', 'workshop-date': 'Held on', 'high-risk-children': 'Kids' };

onBothHomes((home) => {
  describe('what a file leaves open', () => {
    let database: Database;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await database.transaction(async (tx) => {
        await upsertEdition(tx, { ...FACTS, id: GAZETTEER, kind: 'gazetteer', validFrom: '2025-09-14' });
        const places = PLACES.map(([pcode, nameEn]) => ({ pcode, nameEn, nameKm: '', geometry: null }));
        await upsertPlaces(tx, GAZETTEER, places, ({ nameEn }) => toSearchText(nameEn));
      });
    });
    afterAll(() => database.close());
    beforeEach(() => database.script('truncate upload, import_report, remembered_column, remembered_place restart identity cascade'));

    type Way = { choices?: Partial<Choices>; isRemembered?: boolean; isDryRun?: boolean; isAllOrNothing?: boolean };
    const load = (rows: readonly string[], { choices, ...way }: Way = {}): Promise<DatasetReport | Refusal> => {
      const files = [{ name: 'table.csv', bytes: new TextEncoder().encode(`${rows.join('\n')}\n`) }];
      const delivery = { files, dataset: datasetOf('vsnp-assessments'), stated: {}, source: undefined, ...way };
      return importDataset(database, { ...delivery, choices: { columns: {}, places: [], ...choices } }, () => {});
    };
    const loaded = async (...about: Parameters<typeof load>) => {
      const result = await load(...about);
      if ('refused' in result) throw new Error(result.refused);
      return result;
    };
    const holding = () => statements(database);
    const children = (pcode: string, number: number) => `${GAZETTEER} ${pcode} 2025: high-risk-children all all all ${number}`;

    it('is asked, not guessed: a name that several communes bear', async () => {
      const report = await loaded(NAMED, { isDryRun: true });
      expect(report.questions).toEqual([{ among: PREYS, rows: 1, meant: null }]);
      expect(report).toMatchObject({ read: 2, taken: 1, rejected: [{ where: 'line 2', issues: [{ issue: 'several-of-name' }] }] });
    });

    it('is read as it was answered, and the report says that it was', async () => {
      const choices = { places: [{ among: PREYS, meant: '010201' }] };
      const report = await loaded(NAMED, { choices });
      expect(await holding()).toEqual([children('010102', 0), children('010201', 7)]);
      expect(report.questions).toEqual([{ among: PREYS, rows: 1, meant: '010201' }]);
      expect(report.repairs).toContainEqual({ repair: 'found-by-choice', column: 'place-name', cells: 1, first: 'line 2' });
    });

    it('takes an answer that says no more than which communes are meant', async () => {
      await loaded(NAMED, { choices: { places: [{ among: [], meant: '010202' }] } });
      expect(await holding()).toEqual([children('010102', 0), children('010202', 7)]);
      const both = [
        { among: [], meant: '010202' },
        { among: [], meant: '010201' },
      ];
      expect((await loaded(NAMED, { choices: { places: both }, isDryRun: true })).questions).toMatchObject([{ meant: null }]);
    });

    it('does not take for an answer a commune that the name does not mean', async () => {
      const report = await loaded(NAMED, { choices: { places: [{ among: PREYS, meant: '010102' }] }, isDryRun: true });
      expect(report.questions).toMatchObject([{ meant: null }]);
    });

    it('remembers an answer for the next file, until another is given', async () => {
      await loaded(NAMED, { choices: { places: [{ among: PREYS, meant: '010201' }] }, isRemembered: true });
      const next = [NAMED[0] ?? '', 'Prey,2026,2026-03-01,9'];
      expect((await loaded(next)).questions).toEqual([{ among: PREYS, rows: 1, meant: '010201' }]);
      await loaded(next, { choices: { places: [{ among: PREYS, meant: '010101' }] }, isRemembered: true });
      expect((await loaded([...next, 'Ta Prum,2026,2026-03-01,1'], { isDryRun: true })).questions).toMatchObject([{ meant: '010101' }]);
    });

    it('remembers nothing unless asked, and nothing of a dry run', async () => {
      const choices = { places: [{ among: PREYS, meant: '010201' }] };
      await loaded(NAMED, { choices });
      await loaded(NAMED, { choices, isRemembered: true, isDryRun: true });
      expect((await loaded(NAMED, { isDryRun: true })).questions).toMatchObject([{ meant: null }]);
    });

    it('knows the same file with the same answers, given or remembered, and changes nothing', async () => {
      await loaded(NAMED, { choices: { places: [{ among: PREYS, meant: '010201' }] }, isRemembered: true });
      const again = await loaded(NAMED);
      expect([again.wasKnown, again.upload]).toEqual([true, 1]);
      expect(await queryUploads(database)).toHaveLength(1);
      // Answered otherwise it is another statement.
      expect((await loaded(NAMED, { choices: { places: [{ among: PREYS, meant: '010202' }] } })).upload).toBe(2);
    });

    it('shows the heads of a file whose columns are not recognised, and what is looked for', async () => {
      const refusal = await load(OWN_HEADS, { isDryRun: true });
      expect(refusal).toMatchObject({
        refused: expect.stringContaining('There is no column "Place code" (pcode)'),
        because: { issue: 'missing-columns', asks: { heads: ['Khum no.', 'Yr', 'Held on', 'Kids'] } },
      });
    });

    it('reads a file by the heads that were named, and remembers them', async () => {
      await loaded(OWN_HEADS, { choices: { columns: HEADS }, isRemembered: true });
      expect(await holding()).toEqual([children('010101', 4)]);
      await loaded(['A title,,,', ...OWN_HEADS, '010102,2025,2025-03-01,0']);
      expect(await holding()).toContain(children('010102', 0));
    });

    it('takes no row where one cannot be taken, if all or nothing is asked for', async () => {
      expect(await load(NAMED, { isAllOrNothing: true })).toMatchObject({ because: { issue: 'rows-rejected', values: { count: 1 } } });
      expect(await queryUploads(database)).toEqual([]);
      const [heads = '', , whole = ''] = NAMED;
      expect((await loaded([heads, whole], { isAllOrNothing: true })).taken).toBe(1);
    });

    it('is refused, commune by commune: more children than live there', async () => {
      const people = ['pcode,period,age-band,children', '010101,2024,0-17,100', '010102,2024,0-17,100'].join('\n');
      const files = [{ name: 'people.csv', bytes: new TextEncoder().encode(people) }];
      await importDataset(database, { files, dataset: datasetOf('population'), stated: {}, source: undefined }, () => {});
      const heads = 'pcode,period,workshop-date,high-risk-children';
      const report = await loaded([heads, '010101,2025,2025-03-01,101', '010102,2025,2025-03-01,100', '010201,2025,2025-03-01,900']);
      const living = { issue: 'more-than-living', column: 'high-risk-children', values: { living: 100, year: '2024' } };
      expect(report).toMatchObject({ taken: 2, rejected: [{ where: 'line 2', code: '010101', issues: [living] }] });
    });

    it('keeps of the answers only heads and codes', async () => {
      await loaded(NAMED, { choices: { places: [{ among: PREYS, meant: '010201' }] }, isRemembered: true });
      const kept = await database.query(sql`select among, meant from remembered_place`);
      expect(kept).toEqual([{ among: PREYS.join(' '), meant: '010201' }]);
    });
  });
});
