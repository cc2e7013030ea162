import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Findings, PlacesReport } from '../../server/contracts/import.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { importBoundaries } from '../../server/intake/import-boundaries.ts';
import { importGazetteer } from '../../server/intake/import-gazetteer.ts';
import type { SourceFile } from '../../server/intake/read-table.ts';
import { importReports } from '../../server/queries/import-reports.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { countReports, done, emptyDatabase, importCrosswalk, inventedFile, stateOf, textFile } from '../support/invented-files.ts';

type Loaded = Findings & Pick<PlacesReport, 'read' | 'taken' | 'rejected' | 'notes'>;
const NONE = { matched: 0, inFileOnly: [], inGazetteerOnly: [], renamed: [], resolvedByCrosswalk: [], split: [], withoutPolygon: [] };

type Step = 'boundaries' | 'gazetteer' | 'crosswalk';

const ORDERS: readonly (readonly [Step, Step, Step])[] = [
  ['boundaries', 'gazetteer', 'crosswalk'],
  ['boundaries', 'crosswalk', 'gazetteer'],
  ['gazetteer', 'boundaries', 'crosswalk'],
  ['gazetteer', 'crosswalk', 'boundaries'],
  ['crosswalk', 'boundaries', 'gazetteer'],
  ['crosswalk', 'gazetteer', 'boundaries'],
];

onBothHomes((home) => {
  let database: Database;
  beforeAll(async () => {
    database = await openFreshDatabase(home);
  });
  afterAll(() => database.close());

  const say = () => {};
  const crosswalk = async (file: SourceFile): Promise<Loaded> => {
    const report = done(await importCrosswalk(database, file));
    return { ...NONE, ...report, ...report.findings };
  };
  const steps: Record<Step, () => Promise<Loaded>> = {
    crosswalk: async () => crosswalk(await inventedFile('crosswalk-2014-to-2025.csv')),
    gazetteer: async () => {
      const files = [await inventedFile('gazetteer.csv')];
      return done(await importGazetteer(database, { files, options: { validFrom: '2025-09-14' } }, say));
    },
    boundaries: async () => {
      const [files, codes] = [[await inventedFile('geoboundaries-communes.geojson')], await inventedFile('shape-codes.csv')];
      return done(await importBoundaries(database, { files, codes, options: {} }, say));
    },
  };

  async function load(order: readonly Step[]): Promise<Loaded> {
    await emptyDatabase(database);
    let last: Loaded | undefined;
    for (const step of order) last = await steps[step]();
    if (last === undefined) throw new Error('nothing was imported');
    return last;
  }

  it('accounts for every row: taken, or rejected by its codes with the reason', async () => {
    const report = await load(['crosswalk']);
    expect([report.read, report.taken]).toEqual([14, 10]);
    expect(report.rejected.map(({ where, code, reason }) => [where, code, reason])).toEqual([
      ['line 12', '010103', 'code-2025 is of another level: 010103 and 0102'],
      ['line 13', null, 'code-2014 is blank, and so is the other code'],
      ['line 14', '010101', 'code-2014 is no place code'],
      ['line 15', '010101', 'stands twice (first in line 2)'],
    ]);
    expect(report.notes).toEqual([
      'columns not read: name_khmer_2025.',
      'No edition of 2014 is loaded yet; the rows wait for it.',
      'No edition of 2025 is loaded yet; the rows wait for it.',
    ]);
  });

  it('ends in the same state and the same findings, whatever comes first', async () => {
    const ends = [];
    for (const order of ORDERS) {
      const { matched, inFileOnly, inGazetteerOnly, renamed, resolvedByCrosswalk, split, withoutPolygon } = await load(order);
      const findings = { matched, inFileOnly, inGazetteerOnly, renamed, resolvedByCrosswalk, split, withoutPolygon };
      ends.push({ ...(await stateOf(database)), findings: [findings] });
    }
    for (const end of ends.slice(1)) expect(end).toEqual(ends[0]);
    await load(['boundaries']);
    expect(await stateOf(database)).not.toEqual({ ...ends[0], findings: undefined });
  });

  describe('with boundaries of 2014, a gazetteer of 2025 and the steps between them', () => {
    let report: Loaded;
    beforeAll(async () => {
      report = await load(['boundaries', 'gazetteer', 'crosswalk']);
    });

    it('names codes without a polygon, polygons without a code, and what the crosswalk does with them', () => {
      expect(report.matched).toBe(5);
      expect(report.inFileOnly).toEqual([
        { code: '010103', name: 'Gamma' },
        { code: '010104', name: 'Delta' },
        { code: '090104', name: 'Theta' },
      ]);
      expect(report.inGazetteerOnly).toEqual([
        { code: '010105', name: 'Delta Muoy' },
        { code: '010106', name: 'Delta Pir' },
        { code: '010201', name: 'Gamma' },
      ]);
      expect(report.resolvedByCrosswalk).toEqual([
        { code: '010103', name: 'Gamma', to: '010201', method: 'latin-name' },
        { code: '090104', name: 'Theta', to: '090103', method: 'merged' },
      ]);
      expect(report.split).toEqual([{ code: '010104', name: 'Delta' }]);
      expect(report.withoutPolygon).toEqual([
        { code: '010105', name: 'Delta Muoy' },
        { code: '010106', name: 'Delta Pir' },
      ]);
    });

    it('names a commune that kept its code and changed its name', () => {
      expect(report.renamed).toEqual([{ code: '010102', from: 'Beta', to: 'Beta Thmei' }]);
    });

    it('gives each commune the polygon of its predecessors, joined where there were two', async () => {
      const communes = await database.query(sql`
        select pcode, geometry_source as source, round(st_area(geom)::numeric, 4)::float8 as area, is_point_approximate as approximate
        from place where edition = 'gazetteer-2025' and level = 3 order by pcode`);
      expect(communes).toEqual([
        { pcode: '010101', source: 'geoboundaries-2014/010101', area: 0.01, approximate: false },
        { pcode: '010102', source: 'geoboundaries-2014/010102', area: 0.01, approximate: false },
        { pcode: '010105', source: null, area: null, approximate: true },
        { pcode: '010106', source: null, area: null, approximate: true },
        { pcode: '010201', source: 'geoboundaries-2014/010103', area: 0.01, approximate: false },
        { pcode: '090101', source: 'geoboundaries-2014/090101', area: 0.005, approximate: false },
        { pcode: '090102', source: 'geoboundaries-2014/090102', area: 0.08, approximate: false },
        { pcode: '090103', source: 'geoboundaries-2014/090103+geoboundaries-2014/090104', area: 0.02, approximate: false },
      ]);
    });

    it('keeps a divided commune as land of its district, and land that never had a code', async () => {
      const areas = await database.query(sql`
        select source_code, name, reason from area_without_place where edition = 'gazetteer-2025' order by source_code`);
      expect(areas).toEqual([
        { source_code: '010104', name: 'Delta', reason: 'no-current-commune' },
        { source_code: '99927896B009', name: 'Unlisted', reason: 'no-code' },
      ]);
      const districts = await database.query(sql`
        select pcode, round(st_area(geom)::numeric, 4)::float8 as area from place
        where edition = 'gazetteer-2025' and level = 2 order by pcode`);
      expect(districts).toEqual([
        { pcode: '0101', area: 0.03 },
        { pcode: '0102', area: 0.01 },
        { pcode: '0901', area: 0.105 },
      ]);
    });

    it('gives districts that the boundaries know by code only the names of the gazetteer', async () => {
      const named = await database.query(sql`
        select pcode, name_en as en, name_km as km from place where edition = 'geoboundaries-2014' and level < 3 order by pcode`);
      expect(named).toEqual([
        { pcode: '01', en: 'North', km: 'ជើង' },
        { pcode: '0101', en: 'First', km: 'ទីមួយ' },
        { pcode: '09', en: 'South', km: 'ត្បូង' },
        { pcode: '0901', en: 'Coast', km: 'ឆ្នេរ' },
      ]);
    });

    it('counts a step whole only where a code has one successor', async () => {
      const shares = await database.query(sql`
        select from_pcode || '>' || to_pcode as step, share::float8 as share from crosswalk where from_pcode <> to_pcode order by 1`);
      expect(shares).toEqual([
        { step: '010103>010201', share: 1 },
        { step: '090104>090103', share: 1 },
      ]);
    });

    it('keeps every report, the newest first', async () => {
      expect((await importReports(database)).map((kept) => kept.report.kind)).toEqual(['crosswalk', 'gazetteer', 'boundaries']);
    });
  });

  describe('with boundaries of several years', () => {
    const other = async (id: string, validFrom: string) => {
      const [files, codes] = [[await inventedFile('geoboundaries-communes.geojson')], await inventedFile('shape-codes.csv')];
      return done(await importBoundaries(database, { files, codes, options: { edition: id, validFrom } }, say));
    };
    const sources = () =>
      database.query(sql`
        select distinct split_part(geometry_source, '/', 1)::text as source from place
        where edition = 'gazetteer-2025' and geometry_source <> 'dissolved'`);

    it('takes the polygons of the newest with communes, whichever came first', async () => {
      await load(['gazetteer', 'boundaries']);
      await other('newer', '2020-01-01');
      expect(await sources()).toEqual([{ source: 'newer' }]);
      const newestFirst = await stateOf(database);
      await emptyDatabase(database);
      await other('newer', '2020-01-01');
      await steps.gazetteer();
      await steps.boundaries();
      expect(await stateOf(database)).toEqual(newestFirst);
    });

    it('leaves alone what older boundaries, or ones without communes, do not concern', async () => {
      await load(['boundaries', 'gazetteer', 'crosswalk']);
      const ofGazetteer = async () => {
        const { places, files } = await stateOf(database);
        return [places, files].map((rows) => rows?.filter((row) => 'edition' in row && row.edition === 'gazetteer-2025'));
      };
      const before = await ofGazetteer();
      const provinces = await inventedFile('cod-ab-provinces.geojson');
      const report = done(
        await importBoundaries(database, { files: [provinces], options: { edition: 'provinces', validFrom: '2020-01-01' } }, say),
      );
      expect(report.notes).toContainEqual(expect.stringContaining('takes its polygons from other boundaries'));
      await other('older', '2010-01-01');
      expect(await ofGazetteer()).toEqual(before);
    });

    it('falls back to others when the newest turns out to be older', async () => {
      await load(['boundaries', 'gazetteer']);
      await other('moved', '2020-01-01');
      expect(await sources()).toEqual([{ source: 'moved' }]);
      await other('moved', '2010-01-01');
      expect(await sources()).toEqual([{ source: 'geoboundaries-2014' }]);
    });
  });

  describe('a crosswalk over another', () => {
    beforeEach(async () => void (await load(['boundaries', 'gazetteer', 'crosswalk'])));

    it('imported again ends in the same state', async () => {
      const before = await stateOf(database);
      await steps.crosswalk();
      expect(await stateOf(database)).toEqual(before);
    });

    it('replaces what was stated, divides where two successors are stated, and names codes that are no place', async () => {
      const text =
        'code_2014,name_2014,code_2025,method\n010104,Delta,010105,split\n010104,Delta,010106,split\n010103,Gamma,020202,stray\n';
      const report = await crosswalk(textFile('newer.csv', text));
      expect(report.split).toEqual([
        { code: '010103', name: 'Gamma' },
        { code: '010104', name: 'Delta' },
      ]);
      expect(report.notes).toEqual(['Codes that are no place of gazetteer-2025, whose rows join nothing: 020202.']);
      expect(report.withoutPolygon.map(({ code }) => code)).toEqual(['010105', '010106', '010201']);
      const shares = await database.query(
        sql`select from_pcode || '>' || to_pcode as step, share::float8 as share from crosswalk order by 1`,
      );
      expect(shares).toEqual([
        { step: '010104>010105', share: null },
        { step: '010104>010106', share: null },
      ]);
    });

    it('changes nothing when it is bad', async () => {
      const before = [await stateOf(database), await countReports(database)];
      const bad: readonly (readonly [string, RegExp])[] = [
        ['', /^bad\.csv is empty\.$/],
        ['a,b\n1,2\n', /^bad\.csv is no table of crosswalk: There is no column/],
        ['code_2014,code_2025\n010101,010101\n', /There is no column "Method" \(method\)\.$/],
        ['code_2014,method\n010101,same\n', /There is no column "Older year"/],
        ['code_2014,code_2025,method\n', /There is no row of data\.$/],
        ['code_2014,code_2025,method\n"010101,010101,same\n', /^bad\.csv cannot be read as a \.csv table/],
      ];
      for (const [text, sentence] of bad) {
        expect(await importCrosswalk(database, textFile('bad.csv', text))).toMatchObject({ refused: expect.stringMatching(sentence) });
      }
      const unread = done(await importCrosswalk(database, textFile('bad.csv', 'code_2014,code_2025,method\nx,y,z\n')));
      expect([unread.taken, unread.upload]).toEqual([0, null]);
      expect([await stateOf(database), await countReports(database)]).toEqual(before);
    });
  });
});
