import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, sql } from '../../server/db/database.ts';
import { type BoundariesRequest, importBoundaries } from '../../server/intake/import-boundaries.ts';
import { publishedFile } from '../../server/queries/published-file.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { countReports, done, emptyDatabase, inventedFile, shapesFile, stateOf, textFile } from '../support/invented-files.ts';
import { square } from '../support/shapes.ts';

const quiet = () => {};

async function codAb(): Promise<BoundariesRequest> {
  return { files: [await inventedFile('cod-ab-communes.geojson')], options: {} };
}

async function geoBoundaries(): Promise<BoundariesRequest> {
  return { files: [await inventedFile('geoboundaries-communes.geojson')], codes: await inventedFile('shape-codes.csv'), options: {} };
}

function commune(pcode: string, geometry = square(104, 12)) {
  return { properties: { ADM3_PCODE: `KH${pcode}`, ADM3_EN: 'Alpha', date: '2014/10/14' }, geometry };
}

onBothHomes((home) => {
  let database: Database;
  beforeAll(async () => {
    database = await openFreshDatabase(home);
  });
  afterAll(() => database.close());
  beforeEach(() => emptyDatabase(database));

  const run = (request: BoundariesRequest) => importBoundaries(database, request, quiet);

  it('accounts for every unit of a common dataset: taken, or rejected by name with its reason', async () => {
    const report = done(await run(await codAb()));
    expect([report.layout, report.edition, report.read, report.taken]).toEqual(['cod-ab', 'cod-ab-2014', 16, 9]);
    expect(report.rejected.map(({ where, code, name, reason }) => [where.split(', ')[1], code, name, reason])).toEqual([
      ['feature 10', 'KH0101', 'Iota', 'ADM3_PCODE is no code of this level'],
      ['feature 11', '010106', 'Kappa', 'its geometry is no polygon'],
      ['feature 12', '010107', 'Lambda', 'its polygon does not lie in Cambodia (is its coordinate system declared?)'],
      ['feature 13', '010101', 'Alpha again', 'the code stands twice; the first polygon was taken'],
      ['feature 14', '010108', 'Mu', 'nothing with an area is left of its polygon'],
      ['feature 15', '010109', null, 'ADM3_EN is empty'],
      ['feature 16', '010110', 'Nu', 'its geometry is no polygon'],
    ]);
    expect(report.duplicates).toEqual([{ code: '010101', name: 'Alpha again' }]);
    expect(report.byLevel).toEqual({ commune: 8 });
    expect(await countReports(database)).toBe(1);
  });

  it('accounts for every shape of geoBoundaries; one without a code stays on the map as land', async () => {
    const report = done(await run(await geoBoundaries()));
    expect([report.layout, report.edition, report.read, report.taken]).toEqual(['geoboundaries', 'geoboundaries-2014', 9, 8]);
    expect(report.rejected).toEqual([
      {
        where: 'geoboundaries-communes.geojson, feature 9',
        code: '99927896B009',
        name: 'Unlisted',
        reason: 'the codes file has no code for this shapeID; drawn as land without a commune',
      },
    ]);
    const areas = await database.query(sql`select source_code, name, reason from area_without_place`);
    expect(areas).toEqual([{ source_code: '99927896B009', name: 'Unlisted', reason: 'no-code' }]);
  });

  it('names the rows of a codes file that lead to no shape', async () => {
    const { notes } = done(await run(await geoBoundaries()));
    expect(notes).toContain('shape-codes.csv, line 11: unknown (com_code_2014 holds no place code); not used.');
    expect(notes).toContain('The codes file gives 090199 to the shape 99927896B777, which the boundaries lack.');
  });

  it('makes a bow-tie valid, names it, and keeps its two halves', async () => {
    const report = done(await run(await codAb()));
    expect(report.madeValid).toEqual([{ code: '010103', name: 'Gamma' }]);
    const [gamma] = await database.query(sql`
      select st_isvalid(geom)::boolean as valid, st_numgeometries(geom)::int as parts, round(st_area(geom)::numeric, 6)::float8 as area
      from place where pcode = '010103'`);
    expect(gamma).toEqual({ valid: true, parts: 2, area: 0.005 });
  });

  it('draws water of its own polygon as a lake, and counts it as no place', async () => {
    const report = done(await run(await codAb()));
    expect(report.holes).toEqual([]);
    expect(report.notes).toContainEqual(expect.stringContaining('Administrative unit not available is water'));
    expect(await database.query(sql`select name, reason from area_without_place`)).toEqual([
      { name: 'Administrative unit not available', reason: 'lake' },
    ]);
    expect(await database.query(sql`select pcode from place where name_en ilike '%unit not%'`)).toEqual([]);
  });

  it('draws water of geoBoundaries, which no code leads to, as a lake too', async () => {
    const shapes = [
      { properties: { shapeID: 'a', shapeName: 'Alpha' }, geometry: square(104, 12) },
      { properties: { shapeID: 'b', shapeName: 'Tonle Sap' }, geometry: square(104.1, 12) },
    ];
    const codes = textFile('codes.csv', 'shapeID,code_2014\na,010101\n');
    const report = done(await run({ files: [shapesFile('lake.geojson', shapes)], codes, options: {} }));
    expect([report.read, report.taken, report.byLevel]).toEqual([2, 2, { commune: 1 }]);
    expect(await database.query(sql`select name, reason from area_without_place`)).toEqual([{ name: 'Tonle Sap', reason: 'lake' }]);
  });

  it('finds the hole that a lake leaves in the land, 120.9 square km at its middle', async () => {
    const { holes } = done(await run(await geoBoundaries()));
    expect(holes).toHaveLength(1);
    expect(holes[0]?.areaSquareKm).toBeCloseTo(120.9, 1);
    expect([holes[0]?.lng, holes[0]?.lat]).toEqual([expect.closeTo(104.55, 4), expect.closeTo(12.15, 4)]);
  });

  it('keeps islands together, and puts every label point inside its polygon', async () => {
    done(await run(await geoBoundaries()));
    const points = await database.query(sql`
      select pcode, st_numgeometries(geom)::int as parts, st_contains(geom, point)::boolean as inside
      from place where pcode in ('090101', '090102') order by pcode`);
    expect(points).toEqual([
      { pcode: '090101', parts: 2, inside: true },
      { pcode: '090102', parts: 1, inside: true },
    ]);
  });

  it('reads codes in every written form and cleans names', async () => {
    done(await run(await geoBoundaries()));
    const places = await database.query<{ pcode: string; name: string }>(sql`
      select pcode, name_en as name from place where level = 3 order by pcode`);
    expect(places.map(({ pcode, name }) => `${pcode} ${name}`)).toEqual([
      '010101 Alpha',
      '010102 Beta',
      '010103 Gamma',
      '010104 Delta',
      '090101 Epsilon',
      '090102 Zeta',
      '090103 Eta',
      '090104 Theta',
    ]);
  });

  it('takes the names of districts and provinces from beside their communes, without the word for province', async () => {
    const report = done(await run(await codAb()));
    expect(report.notes).toContain('4 provinces and districts have no polygon in the files; they are dissolved from their communes.');
    const parents = await database.query(sql`
      select pcode, name_en as name, geometry_source as source, round(st_area(geom)::numeric, 4)::float8 as area
      from place where level < 3 order by pcode`);
    expect(parents).toEqual([
      { pcode: '01', name: 'North', source: 'dissolved', area: 0.035 },
      { pcode: '0101', name: 'First District', source: 'dissolved', area: 0.035 },
      { pcode: '09', name: 'South', source: 'dissolved', area: 0.105 },
      { pcode: '0901', name: 'Coast District', source: 'dissolved', area: 0.105 },
    ]);
  });

  it('reads one file a level as one edition', async () => {
    const request = await codAb();
    const report = done(await run({ ...request, files: [await inventedFile('cod-ab-provinces.geojson'), ...request.files] }));
    expect([report.read, report.taken, report.byLevel]).toEqual([18, 11, { province: 2, commune: 8 }]);
    const [province] = await database.query(sql`select name_en as name, geometry_source as source from place where pcode = '01'`);
    expect(province).toEqual({ name: 'North', source: 'cod-ab-2014' });
  });

  it('of one year and two sources are two editions, each told from the other by its name', async () => {
    const [common, open] = [done(await run(await codAb())), done(await run(await geoBoundaries()))];
    expect([common.edition, open.edition]).toEqual(['cod-ab-2014', 'geoboundaries-2014']);
    const editions = await database.query(sql`select id, name_en as en, name_km as km from edition order by id`);
    expect(editions).toEqual([
      { id: 'cod-ab-2014', en: 'Boundaries of 14 October 2014 (COD-AB)', km: 'ព្រំប្រទល់រដ្ឋបាល ១៤ តុលា ២០១៤ (COD-AB)' },
      { id: 'geoboundaries-2014', en: 'Boundaries 2014 (geoBoundaries)', km: 'ព្រំប្រទល់រដ្ឋបាល ឆ្នាំ២០១៤ (geoBoundaries)' },
    ]);
  });

  it('of a source that was named before sources were, are delivered anew under that name; those of another source are not', async () => {
    const earlier = { ...(await geoBoundaries()), options: { edition: 'boundaries-2014' } };
    done(await run(earlier));
    expect(done(await run(await geoBoundaries())).edition).toBe('boundaries-2014');
    expect(done(await run(await codAb())).edition).toBe('cod-ab-2014');
    const editions = await database.query(sql`select id from edition order by id`);
    expect(editions).toEqual([{ id: 'boundaries-2014' }, { id: 'cod-ab-2014' }]);
  });

  it('states source, licence and the day of validity, the importer’s own words first', async () => {
    done(await run(await codAb()));
    done(
      await run({ ...(await geoBoundaries()), options: { edition: 'mine', validFrom: '2013-05-04', licence: 'CC0', source: 'A friend' } }),
    );
    const editions = await database.query(sql`
      select id, valid_from::text as "from", source, licence, is_demonstration as demo from edition order by id`);
    expect(editions).toEqual([
      {
        id: 'cod-ab-2014',
        from: '2014-10-14',
        source: 'OCHA common operational dataset of administrative boundaries, from the Government of Cambodia',
        licence: 'Terms of the common operational datasets',
        demo: false,
      },
      { id: 'mine', from: '2013-05-04', source: 'A friend', licence: 'CC0', demo: false },
    ]);
  });

  describe('the coordinate system', () => {
    it('is what the file declares: UTM zone 48 north is brought to longitude and latitude', async () => {
      // On the zone's middle line, 105 degrees east; 12 degrees north lie 1,326,553.6 m from the equator.
      const geometry = { type: 'Polygon' as const, coordinates: [metres(500_000, NORTHING_OF_12)] };
      const file = shapesFile('utm.geojson', [{ ...commune('010101'), geometry }], 'urn:ogc:def:crs:EPSG::32648');
      const report = done(await run({ files: [file], options: {} }));
      expect([report.crs, report.madeValid]).toEqual(['urn:ogc:def:crs:EPSG::32648', []]);
      const [corner] = await database.query<{ lng: number; lat: number }>(sql`
        select st_x(corner)::float8 as lng, st_y(corner)::float8 as lat
        from (select st_pointn(st_exteriorring(st_geometryn(geom, 1)), 1) as corner from place where pcode = '010101') as drawn`);
      expect(corner?.lng).toBeCloseTo(105, 9);
      expect(corner?.lat).toBeCloseTo(12, 6);
    });

    it('is longitude and latitude when it says CRS84, EPSG:4326 or nothing', async () => {
      for (const crs of ['urn:ogc:def:crs:OGC:1.3:CRS84', 'urn:ogc:def:crs:EPSG::4326', 'EPSG:4326', undefined]) {
        const report = done(await run({ files: [shapesFile('degrees.geojson', [commune('010101')], crs)], options: {} }));
        expect(report.crs).toBe(crs ?? 'not declared, taken as longitude and latitude (WGS 84)');
        const [place] = await database.query(sql`select st_xmin(geom)::float8 as lng from place where pcode = '010101'`);
        expect(place).toEqual({ lng: 104 });
      }
    });

    it('is refused when it is not known, and metres without a declaration are not taken for degrees', async () => {
      const refused = async (crs: string | undefined, geometry = square(104, 12)) =>
        run({ files: [shapesFile('x.geojson', [commune('010101', geometry)], crs)], options: {} });
      expect(await refused('EPSG:99999')).toEqual({ refused: 'x.geojson declares the coordinate system EPSG:99999, which is not known.' });
      expect(await refused('Indian 1960')).toEqual({
        refused: 'x.geojson declares the coordinate system "Indian 1960", which is not known.',
      });
      expect(await refused(undefined, square(500_000, NORTHING_OF_12, 10_000))).toEqual({
        refused: 'No unit can be taken: its polygon does not lie in Cambodia (is its coordinate system declared?).',
      });
    });
  });

  it('imported again ends in the same state', async () => {
    for (const request of [await codAb(), { ...(await geoBoundaries()), options: { edition: 'second' } }]) {
      done(await run(request));
    }
    const before = await stateOf(database);
    for (const request of [await codAb(), { ...(await geoBoundaries()), options: { edition: 'second' } }]) {
      done(await run(request));
    }
    expect(await stateOf(database)).toEqual(before);
    expect(await countReports(database)).toBe(4);
  });

  it('publishes what it stored, readable under the hash of its content', async () => {
    done(await run(await codAb()));
    const files = await database.query<{ kind: string; detail: string; hash: string }>(sql`
      select kind, detail, hash from published_file where edition = 'cod-ab-2014'`);
    expect(files).toHaveLength(7);
    for (const file of files) expect(await publishedFile(database, { edition: 'cod-ab-2014', ...file }, 'br')).toBeDefined();
  });

  describe('a bad delivery changes nothing', () => {
    beforeEach(async () => void done(await run(await codAb())));

    async function expectRefusal(request: BoundariesRequest, sentence: RegExp): Promise<void> {
      const before = [await stateOf(database), await countReports(database)];
      expect(await run(request)).toMatchObject({ refused: expect.stringMatching(sentence) });
      expect([await stateOf(database), await countReports(database)]).toEqual(before);
    }

    it('cut off, empty, of other content, or with a good file beside it', async () => {
      const good = await inventedFile('cod-ab-communes.geojson');
      const cut = { name: 'cut.geojson', bytes: good.bytes.slice(0, 3_000) };
      for (const file of [cut, textFile('cut.geojson', ''), textFile('cut.geojson', '{"type":"FeatureCollection","features":[]}')]) {
        await expectRefusal({ files: [file], options: {} }, /^cut\.geojson is no GeoJSON collection of features\.$/);
        await expectRefusal({ files: [good, file], options: {} }, /^cut\.geojson is no GeoJSON/);
      }
    });

    it('without a polygon, or with fields of no known layout', async () => {
      const point = { ...commune('010101'), geometry: { type: 'Point' as const, coordinates: [104, 12] } };
      await expectRefusal(
        { files: [shapesFile('points.geojson', [point])], options: {} },
        /^No unit can be taken: its geometry is no polygon/,
      );
      const odd = shapesFile('odd.geojson', [{ properties: { NAME: 'Alpha', CODE: 1 }, geometry: square(104, 12) }]);
      await expectRefusal(
        { files: [odd], options: {} },
        /^odd\.geojson has the fields NAME, CODE, which no known layout has\. Known are: COD-AB/,
      );
    });

    it('of two layouts at once, or of geoBoundaries without a usable file of codes', async () => {
      const geo = await geoBoundaries();
      const { files } = await codAb();
      await expectRefusal({ ...geo, files: [...files, ...geo.files] }, /several layouts/);
      await expectRefusal({ files: geo.files, options: {} }, /--codes FILE\.$/);
      await expectRefusal({ ...geo, codes: textFile('c.csv', 'shape,place\na,010101\n') }, /^c\.csv is no table of codes/);
      await expectRefusal({ ...geo, codes: textFile('c.csv', '') }, /^c\.csv is empty\.$/);
    });

    it('of no stated day, of a day or a name that is none', async () => {
      const geo = await geoBoundaries();
      const codes = textFile('c.csv', 'shapeID,code\n99927896B001,010101\n');
      await expectRefusal({ ...geo, codes }, /add --valid-from YYYY-MM-DD\.$/);
      await expectRefusal({ ...geo, options: { validFrom: '2014-02-30' } }, /^"2014-02-30" is no day/);
      await expectRefusal({ ...geo, options: { edition: 'No Name' } }, /small letters, digits and hyphens/);
    });

    it('over the demonstration, over another kind, or so that places would vanish', async () => {
      await database.query(sql`
        insert into edition (id, name_en, name_km, kind, is_demonstration, source, licence, valid_from)
        values
          ('demonstration', 'D', 'D', 'complete', true, 's', 'l', '2025-01-01'),
          ('gazetteer-2025', 'G', 'G', 'gazetteer', false, 's', 'l', '2025-01-01')`);
      const request = await codAb();
      await expectRefusal({ ...request, options: { edition: 'demonstration' } }, /is the demonstration/);
      await expectRefusal({ ...request, options: { edition: 'gazetteer-2025' } }, /holds gazetteer already/);
      const less = shapesFile('less.geojson', [commune('010101')]);
      await expectRefusal({ files: [less], options: {} }, /holds 9 places that these files lack \(010102, 010103, 010104, 09, 0901, …\)/);
    });

    it('that breaks off while it is published', async () => {
      const before = await stateOf(database);
      const say = (step: string) => {
        if (step.startsWith('Drawing')) throw new Error('broken off');
      };
      const work = importBoundaries(database, { ...(await geoBoundaries()), options: { edition: 'second' } }, say);
      await expect(work).rejects.toThrow('broken off');
      expect(await stateOf(database)).toEqual(before);
    });
  });
});

/** 0.9996 times the length of the meridian from the equator to 12 degrees on the WGS 84 ellipsoid, in metres. */
const NORTHING_OF_12 = 1_326_553.636;

function metres(x: number, y: number): [number, number][] {
  return [
    [x, y],
    [x + 10_000, y],
    [x + 10_000, y + 10_000],
    [x, y + 10_000],
    [x, y],
  ];
}
