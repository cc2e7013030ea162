import { strToU8 } from 'fflate';
import type { Geometry } from 'geojson';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlacesReport } from '../../server/contracts/import.ts';
import { type Database, sql } from '../../server/db/database.ts';
import type { EditionOptions } from '../../server/intake/edition-options.ts';
import { importBoundaries } from '../../server/intake/import-boundaries.ts';
import { importGazetteer } from '../../server/intake/import-gazetteer.ts';
import type { SourceFile } from '../../server/intake/read-table.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { countReports, done, emptyDatabase, inventedFile, shapesFile, stateOf, textFile } from '../support/invented-files.ts';
import { shapefileParts, zipFile, zipOf } from '../support/shape-archives.ts';
import { square } from '../support/shapes.ts';

const DAY = { validFrom: '2014-10-14' };
const quiet = () => {};

/** Two communes side by side, the first a bow-tie when told, and a third unit that is none. */
function threeUnits(properties: readonly [object, object, object]): { properties: object; geometry: Geometry | null }[] {
  const [alpha, beta, odd] = properties;
  return [
    { properties: alpha, geometry: square(104, 12) },
    { properties: beta, geometry: BOW_TIE },
    { properties: odd, geometry: square(104.4, 12) },
  ];
}

/** Two triangles of one ring that crosses itself. */
const BOW_TIE: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [104.1, 12],
      [104.2, 12.12],
      [104.2, 12],
      [104.1, 12.1],
      [104.1, 12],
    ],
  ],
};

const V01 = { adm2_pcode: 'KH0101', adm2_name: 'First', adm1_pcode: 'KH01', adm1_name: 'North', lang: 'en', valid_on: '2014-10-14' };
const NCDM = { Adm2_text: '0101', Adm2_Name: 'First', Adm2_Name_: 'ទីមួយ', Adm1_text: '01', Adm1_Name: 'North', Adm1_Name_: 'ជើង' };
const MEF = {
  province_code: '01',
  province_en: 'North',
  province_kh: 'ជើង',
  district_code: '0101',
  district_en: 'First',
  district_kh: 'ទីមួយ',
};

type Delivered = { name: string; units: { properties: object; geometry: Geometry | null }[]; options: EditionOptions };

const LAYOUTS: Readonly<Record<string, Delivered & { edition: string; odd: string; district: string }>> = {
  'cod-ab-v01': {
    name: 'khm_admin3.geojson',
    units: threeUnits([
      { ...V01, adm3_pcode: 'KH010101', adm3_name: 'Alpha' },
      { ...V01, adm3_pcode: 'KH010199', adm3_name: 'Beta' },
      { ...V01, adm3_pcode: 'KH0101', adm3_name: 'Odd' },
    ]),
    options: {},
    edition: 'cod-ab-v01-2014',
    odd: 'adm3_pcode is no code of this level',
    district: 'First',
  },
  ncdm: {
    name: 'khm_bnd_admin3_gov_ed2022.json',
    units: threeUnits([
      { ...NCDM, Adm3_text: '010101', Adm3_Name: 'Alpha', Adm3_Name_: 'អាល់ហ្វា', Type_KH: 'ឃុំ' },
      { ...NCDM, Adm3_text: '010199', Adm3_Name: 'Beta', Adm3_Name_: 'បេតា', Type_KH: 'ឃុំ' },
      { ...NCDM, Adm3_text: '0101', Adm3_Name: 'Odd', Adm3_Name_: null, Type_KH: 'ឃុំ' },
    ]),
    options: {},
    edition: 'ncdm-2022',
    odd: 'Adm3_text is no code of this level',
    district: 'First',
  },
  'open-development': {
    name: 'commune.geojson',
    units: threeUnits([
      { HRPCode: 'KH010101', HRParent: 'KH0101', HRName: 'Alpha', COM_CODE: 10101.0 },
      { HRPCode: 'KH010199', HRParent: 'KH0101', HRName: 'Beta', COM_CODE: 10199.0 },
      { HRPCode: 'KH010198', HRParent: 'KH0102', HRName: 'Odd', COM_CODE: 10198.0 },
    ]),
    options: DAY,
    edition: 'open-development-2014',
    odd: 'HRPCode does not lie in HRParent',
    district: 'District 0101',
  },
  'simplified-by-hand': {
    name: 'khm_adm3_wgs84_simplified.geojson',
    units: threeUnits([
      { COM_CODE: 10101, COM_NAME: 'Alp*' },
      { COM_CODE: 10199, COM_NAME: 'Beta' },
      { COM_CODE: 101, COM_NAME: 'Odd' },
    ]),
    options: DAY,
    edition: 'simplified-by-hand-2014',
    odd: 'COM_CODE is no code of a commune',
    district: 'District 0101',
  },
  'mef-portal': {
    name: 'CambodiaCommuneBoundaries.geojson',
    units: threeUnits([
      { ...MEF, commune_code: '010101', commune_en: 'Alpha', commune_kh: 'អាល់ហ្វា' },
      { ...MEF, commune_code: '010199', commune_en: 'Beta', commune_kh: 'បេតា' },
      { ...MEF, commune_code: '0101', commune_en: 'Odd', commune_kh: null },
    ]),
    options: DAY,
    edition: 'mef-portal-2014',
    odd: 'commune_code is no code of this level',
    district: 'First',
  },
};

onBothHomes((home) => {
  let database: Database;
  beforeAll(async () => {
    database = await openFreshDatabase(home);
  });
  afterAll(() => database.close());
  beforeEach(() => emptyDatabase(database));

  const run = (files: readonly SourceFile[], options: EditionOptions = {}) => importBoundaries(database, { files, options }, quiet);
  const loadGazetteer = async () =>
    done(await importGazetteer(database, { files: [await inventedFile('gazetteer.csv')], options: { validFrom: '2025-09-14' } }, quiet));

  describe.each(Object.entries(LAYOUTS))('boundaries in the layout %s', (layout, { name, units, options, edition, odd, district }) => {
    const expectAccount = (report: PlacesReport) => {
      expect([report.layout, report.edition, report.read, report.taken]).toEqual([layout, edition, 3, 2]);
      expect(report.rejected.map(({ name: unit, reason }) => [unit, reason])).toEqual([['Odd', odd]]);
      expect(report.madeValid).toEqual([{ code: '010199', name: 'Beta' }]);
      expect([report.matched, report.inFileOnly]).toEqual([1, [{ code: '010199', name: 'Beta' }]]);
      expect(report.inGazetteerOnly).toHaveLength(7);
      expect([report.renamed, report.duplicates, report.holes]).toEqual([[], [], []]);
    };

    it('accounts for every unit, names what it lies in, and accounts for every commune of the gazetteer', async () => {
      done(await run([shapesFile(name, units)], options));
      const rows = await database.query<{ name: string }>(sql`select name_en as name from place where pcode = '0101'`);
      expect(rows).toEqual([{ name: district }]);
      await loadGazetteer();
      const report = done(await run([shapesFile(name, units)], options));
      expectAccount(report);
      expect(report.crs).toBe('not declared, taken as longitude and latitude (WGS 84)');
    });

    it('are the same from a zipped shapefile, whose table cuts the names of fields', async () => {
      await loadGazetteer();
      const file = zipOf(await shapefileParts(units), name.replace(/\.\w+$/, ''));
      const report = done(await run([file], options));
      expectAccount(report);
      expect(report.crs).toBe('EPSG:4326, from the .prj');
    });
  });

  it('keep the type and the Khmer name that a layout states', async () => {
    const { name, units } = LAYOUTS['ncdm'] ?? { name: '', units: [] };
    done(await run([shapesFile(name, units)]));
    const places = await database.query(sql`select pcode, name_km as km, type from place where pcode = '010101'`);
    expect(places).toEqual([{ pcode: '010101', km: 'អាល់ហ្វា', type: 'commune' }]);
  });

  it('name a commune whose name is cut in the file', async () => {
    const { name, units } = LAYOUTS['simplified-by-hand'] ?? { name: '', units: [] };
    const report = done(await run([shapesFile(name, units)], DAY));
    expect(report.notes).toContain('010101: its name is cut in the file and ends in "…" here.');
  });

  describe('coordinates in metres of UTM zone 48 north', () => {
    // On the zone's middle line, 105 degrees east; 12 degrees north lie 1,326,553.636 m from the equator.
    const unit = {
      properties: { HRPCode: 'KH010101', HRParent: 'KH0101', HRName: 'Alpha', COM_CODE: 10101.0 },
      geometry: square(500_000, 1_326_553.636, 10_000),
    };
    const cornerOf = async (): Promise<{ lng: number; lat: number } | undefined> => {
      const [corner] = await database.query<{ lng: number; lat: number }>(sql`
        select st_xmin(geom)::float8 as lng, st_ymin(geom)::float8 as lat from place where pcode = '010101'`);
      return corner;
    };

    it('are brought to longitude and latitude where the old crs member of Open Development declares them', async () => {
      const report = done(await run([shapesFile('commune.geojson', [unit], 'urn:ogc:def:crs:EPSG::32648')], DAY));
      expect([report.taken, report.crs]).toEqual([1, 'urn:ogc:def:crs:EPSG::32648']);
      expect(await cornerOf()).toEqual({ lng: expect.closeTo(105, 6), lat: expect.closeTo(12, 4) });
    });

    it('are brought to longitude and latitude where the .prj of a shapefile declares them', async () => {
      const prj = strToU8('PROJCS["WGS_1984_UTM_Zone_48N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]],UNIT["Meter",1.0]]');
      const report = done(await run([zipOf({ ...(await shapefileParts([unit])), prj })], DAY));
      expect([report.taken, report.crs]).toEqual([1, 'EPSG:32648, from the .prj']);
      expect(await cornerOf()).toEqual({ lng: expect.closeTo(105, 6), lat: expect.closeTo(12, 4) });
    });

    it('are not taken for degrees where nothing declares them', async () => {
      const { prj: _, ...parts } = await shapefileParts([unit]);
      const refused = { refused: 'No unit can be taken: its polygon does not lie in Cambodia (is its coordinate system declared?).' };
      expect(await run([shapesFile('commune.geojson', [unit])], DAY)).toEqual(refused);
      expect(await run([zipOf(parts)], DAY)).toEqual(refused);
    });
  });

  it('in one archive with all levels are one edition; the country is rejected by name, lines are left aside', async () => {
    const province = { adm1_pcode: 'KH01', adm1_name: 'North', valid_on: '2014-10-14' };
    const bundle = zipFile({
      'khm_admin0.geojson': shapesFile('', [{ properties: { adm0_pcode: 'KH', adm0_name: 'Cambodia' }, geometry: square(104, 12) }]).bytes,
      'khm_admin1.geojson': shapesFile('', [{ properties: province, geometry: square(104, 12) }]).bytes,
      'khm_admin3.geojson': shapesFile('', LAYOUTS['cod-ab-v01']?.units ?? []).bytes,
      'khm_adminpoints.geojson': shapesFile('', [{ properties: province, geometry: { type: 'Point', coordinates: [104, 12] } }]).bytes,
    });
    const report = done(await run([bundle]));
    expect([report.edition, report.read, report.taken, report.byLevel]).toEqual(['cod-ab-v01-2014', 5, 3, { province: 1, commune: 2 }]);
    expect(report.rejected.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
      'boundaries.zip, part 1, feature 1: it has no field adm1_pcode, adm2_pcode or adm3_pcode',
      'boundaries.zip, part 3, feature 3: adm3_pcode is no code of this level',
    ]);
    expect(report.notes).toContain('boundaries.zip, part 4 holds only lines or points, which bound no place; 1 not read.');
  });

  it('as TopoJSON are the same as the GeoJSON they were made from', async () => {
    const arcs = [
      [
        [104, 12],
        [104.1, 12],
        [104.1, 12.1],
        [104, 12.1],
        [104, 12],
      ],
    ];
    const properties = { ADM3_PCODE: 'KH010101', ADM3_EN: 'Alpha', date: '2014/10/14' };
    const topology = { type: 'Topology', arcs, objects: { communes: { type: 'Polygon', arcs: [[0]], properties } } };
    done(await run([shapesFile('communes.geojson', [{ properties, geometry: square(104, 12) }])]));
    const before = await stateOf(database);
    const report = done(await run([textFile('communes.json', JSON.stringify(topology))]));
    expect([report.layout, report.read, report.taken]).toEqual(['cod-ab', 1, 1]);
    expect(await stateOf(database)).toEqual(before);
  });

  it('in a bad archive change nothing', async () => {
    const { units } = LAYOUTS['cod-ab-v01'] ?? { units: [] };
    done(await run([shapesFile('khm_admin3.geojson', units)]));
    const before = [await stateOf(database), await countReports(database)];
    const { shx: _, ...parts } = await shapefileParts(units);
    expect(await run([zipOf(parts)])).toEqual({ refused: 'boundaries.zip holds a shapefile without its .shx.' });
    expect(await run([zipFile({ '../x.geojson': strToU8('{}') })])).toEqual({
      refused: 'boundaries.zip has parts that point outside of it.',
    });
    expect([await stateOf(database), await countReports(database)]).toEqual(before);
  });
});
