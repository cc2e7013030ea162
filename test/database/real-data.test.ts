import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Edition, GeometryDetail } from '../../server/contracts/edition.ts';
import type { DatasetReport, PlacesReport } from '../../server/contracts/import.ts';
import { ADMIN_LEVELS } from '../../server/contracts/pcode.ts';
import { type PlaceColumns, PlaceMatches } from '../../server/contracts/place.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { importBoundaries } from '../../server/intake/import-boundaries.ts';
import { importGazetteer } from '../../server/intake/import-gazetteer.ts';
import { findByNames } from '../../server/intake/places-by-name.ts';
import { queryCommunesNamed } from '../../server/queries/communes-named.ts';
import { type Asking, askingOf } from '../support/asking.ts';
import { importedBorders, publishedBorders } from '../support/borders.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { done, importCrosswalk } from '../support/invented-files.ts';
import { outlines } from '../support/outlines.ts';
import { publishedEdition, publishedPlaces, publishedShapes, shapesOnGrid } from '../support/published-map.ts';
import { onRealFiles, realFile, realFolder } from '../support/real-files.ts';

type Reports = Readonly<Record<'gazetteer' | 'boundaries' | 'codAb', PlacesReport>> & { crosswalk: DatasetReport };

/** Imports in the cheapest order; that the order does not matter is proven on small files. */
async function importAll(database: Database): Promise<Reports> {
  const say = () => {};
  const codes = await realFile('crosswalk/geoboundaries-adm3-shapeid-to-code.csv');
  const communes = [await realFile('boundaries/cambodia-adm3-simplified.geojson')];
  const upper = [await realFile('boundaries/cambodia-provinces.geojson'), await realFile('boundaries/cambodia-districts.geojson')];
  return {
    crosswalk: done(await importCrosswalk(database, await realFile('crosswalk/commune-crosswalk-2014-to-2025.csv'))),
    gazetteer: done(await importGazetteer(database, { files: await realFolder('gazetteer/ncdd-2025-09-14'), options: {} }, say)),
    boundaries: done(await importBoundaries(database, { files: communes, codes, options: {} }, say)),
    codAb: done(await importBoundaries(database, { files: upper, options: { edition: 'cod-ab-2018' } }, say)),
  };
}

onRealFiles(() =>
  onBothHomes((home) => {
    let database: Database;
    let asking: Asking;
    let reports: Reports;
    let boundaries: Edition;
    let gazetteer: Edition;
    let places: PlaceColumns;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      const start = performance.now();
      reports = await importAll(database);
      console.log(`the real import takes ${((performance.now() - start) / 1000).toFixed(1)} s on the ${home} home`);
      asking = askingOf(database);
      boundaries = await publishedEdition(asking, 'geoboundaries-2014');
      gazetteer = await publishedEdition(asking, 'gazetteer-2025');
      places = await publishedPlaces(asking, gazetteer);
    }, 600_000);
    afterAll(() => database.close());

    it('accounts for every unit of every file', () => {
      const all = Object.values(reports);
      for (const report of all) expect(report.taken + report.rejected.length).toBe(report.read);
      expect(all.map((report) => [report.kind, report.read, report.rejected.length])).toEqual([
        ['crosswalk', 1_657, 0],
        ['gazetteer', 25 + 210 + 1_652 + 14_576, 0],
        ['boundaries', 1_633, 0],
        ['boundaries', 25 + 197, 0],
      ]);
    });

    it('holds 1,633 communes with geometry, and the lake as a hole', () => {
      expect(boundaries.counts).toMatchObject({ province: 25, district: 197, commune: 1_633, communesWithoutPolygon: 0 });
      expect(reports.boundaries.byLevel).toEqual({ commune: 1_633 });
      expect(reports.boundaries.madeValid).toEqual([]);
      const [lake, ...slivers] = reports.boundaries.holes;
      // The source's own description says 2,588 square km; ours is measured on a plane, good to 1 %.
      expect((lake?.areaSquareKm ?? 0) / 2_588).toBeCloseTo(1, 2);
      expect(slivers).toHaveLength(8);
    });

    it('holds every place of the gazetteer, each commune with its Khmer and its Latin name', async () => {
      expect(gazetteer.counts).toMatchObject({ province: 25, district: 210, commune: 1_652, village: 14_576 });
      for (const level of ADMIN_LEVELS) {
        const { namesEn, namesKm } = places.levels[level];
        expect(namesKm.filter((name) => !/\p{Script=Khmer}/u.test(name) || /[a-z]/i.test(name))).toEqual([]);
        expect(namesEn.filter((name) => !/^[A-Z]/i.test(name) || /\p{Script=Khmer}/u.test(name))).toEqual([]);
      }
      expect(places.levels.province.namesKm).not.toContainEqual(expect.stringMatching(/^(ខេត្ត|រាជធានី)/));
      const unclean = await database.query(sql`
        select pcode::text as pcode from place where name_en || '|' || name_km ~ ${'[\u200b\u2060\ufeff]|  |^ | $|\\| '}::text`);
      expect(unclean).toEqual([]);
      const unnamed = reports.gazetteer.notes.filter((note) => note.includes('no Latin name'));
      expect(unnamed).toEqual([expect.stringMatching(/^\d{8} has no Latin name/)]);
    });

    it('names the 84 polygons without a code of 2025, the 79 of them that the crosswalk leads on, and the 103 the other way', () => {
      const report = reports.boundaries;
      const [older, led, divided] = [codesOf(report.inFileOnly), codesOf(report.resolvedByCrosswalk), codesOf(report.split)];
      expect([report.matched, older.length, led.length]).toEqual([1_549, 84, 79]);
      expect(divided).toEqual(['120601', '120602', '120702', '120904', '120905']);
      expect([...led, ...divided].sort()).toEqual(older);
      expect(codesOf(report.inGazetteerOnly)).toHaveLength(103);
      expect(codesOf(report.withoutPolygon)).toHaveLength(24);
      expect(codesOf(report.withoutPolygon)).toEqual(expect.arrayContaining(['011004', '011005', '020409', '040614']));
      expect(report.renamed).toHaveLength(28);
    });

    it('gives each polygon to one commune of 2025, and keeps the five divided ones as land', async () => {
      expect(gazetteer.counts).toMatchObject({ communesWithoutPolygon: 24, areasWithoutPlace: 5 });
      const [count] = await database.query(sql`
        select count(*)::int as communes, count(distinct geometry_source)::int as sources, count(distinct geom)::int as polygons
        from place where edition = 'gazetteer-2025' and level = 3 and geom is not null`);
      expect(count).toEqual({ communes: 1_628, sources: 1_628, polygons: 1_628 });
      expect([...places.levels.commune.shapes].filter((shape) => shape === 'a')).toHaveLength(24);
      expect(places.levels.district.shapes + places.levels.province.shapes).not.toContain('x');
    });

    it('names the provinces and districts of the common dataset that it made valid', () => {
      expect(codesOf(reports.codAb.madeValid).sort()).toEqual(['0102', '0205', '0605', '17', '1712', '23', '2301']);
      expect(reports.codAb.byLevel).toEqual({ province: 25, district: 197 });
      expect(reports.codAb.crs).toBe('urn:ogc:def:crs:OGC:1.3:CRS84');
    });

    it('puts every label point inside its polygon', async () => {
      const outside = await database.query(sql`
        select edition::text as edition, pcode::text as pcode from place where geom is not null and not st_contains(geom, point)`);
      expect(outside).toEqual([]);
    });

    it.each([
      ['geoboundaries-2014', 1, 'province'],
      ['geoboundaries-2014', 2, 'district'],
      ['geoboundaries-2014', 3, 'commune'],
      ['cod-ab-2018', 1, 'province'],
      ['cod-ab-2018', 2, 'district'],
    ] as const)(
      'publishes polygons of %s, level %i, that are valid, do not overlap and have the neighbours they had',
      async (id, number, level) => {
        const edition = await publishedEdition(asking, id);
        const before = await importedBorders(database, id, number);
        expect(before.overlapping).toEqual([]);
        expect(before.adjacent.length).toBeGreaterThan(edition.counts[level]);
        for (const detail of GeometryDetail.options) {
          const after = await publishedBorders(database, await publishedShapes(asking, edition, { level, detail }));
          expect([after.unsound, after.overlapping]).toEqual([[], []]);
          expect(after.adjacent).toEqual(before.adjacent);
        }
      },
    );

    it('draws the places of 2025 as soundly, with the land between them', async () => {
      for (const [level, places] of [
        ['province', 25],
        ['district', 210],
        ['commune', 1_628],
      ] as const) {
        for (const detail of GeometryDetail.options) {
          const shapes = await publishedShapes(asking, gazetteer, { level, detail });
          expect(shapes.filter((shape) => shape.pcode !== undefined)).toHaveLength(places);
          const { unsound, overlapping } = await publishedBorders(database, shapes);
          expect([unsound, overlapping]).toEqual([[], []]);
        }
      }
    });

    it('draws districts and provinces with the very borders of their communes', async () => {
      for (const detail of GeometryDetail.options) {
        const communes = await shapesOnGrid(asking, boundaries, { level: 'commune', detail });
        for (const level of ['district', 'province'] as const) {
          const drawn = outlines(await shapesOnGrid(asking, boundaries, { level, detail }), level);
          const joined = outlines(communes, level);
          expect(drawn.length).toBeGreaterThan(1_000);
          expect([without(drawn, joined), without(joined, drawn)]).toEqual([[], []]);
        }
      }
    });

    it('keeps the communes within 165 kB in full detail and 60 kB as an overview', () => {
      for (const edition of [boundaries, gazetteer]) {
        const sizes = edition.geometry?.commune;
        expect(sizes?.full.brotliBytes).toBeGreaterThan(100_000);
        expect(sizes?.full.brotliBytes).toBeLessThanOrEqual(165_000);
        expect(sizes?.overview.brotliBytes).toBeLessThanOrEqual(60_000);
      }
    });

    it('finds places as people spell them', async () => {
      const spelled = {
        Poipet: '0110',
        'Poi Pet': '0110',
        'Siem Reap': '17',
        Sihanoukville: '18',
        'Kompong Som': '1806',
        Sisophon: '0106',
        Kratie: '10',
        "O'Chrov": '0105',
        'Ou Chrou': '0105',
        'Toul Kork': '1204',
        'Thmar Pouk': '0107',
        'Koh Kong': '09',
        'Prek Pnov': '1211',
      };
      const found: Record<string, boolean> = {};
      for (const [name, pcode] of Object.entries(spelled)) {
        const { body } = await asking.ask(`/api/places?edition=${gazetteer.id}&q=${encodeURIComponent(name)}&limit=12`);
        found[name] = PlaceMatches.parse(body).matches.some((match) => match.pcode === pcode);
      }
      expect(Object.keys(found).filter((name) => !found[name])).toEqual([]);
    });

    for (const language of ['namesEn', 'namesKm'] as const) {
      it(`finds every commune by its name within its district and province, by ${language}`, async () => {
        const { province, district, commune } = places.levels;
        const nameOf = (level: typeof commune, pcode: string) => level[language][level.pcodes.indexOf(pcode)] ?? '';
        const rows = commune.pcodes.map((pcode) => ({
          'place-name': nameOf(commune, pcode),
          'district-name': nameOf(district, pcode.slice(0, 4)),
          'province-name': nameOf(province, pcode.slice(0, 2)),
        }));
        const found = await findByNames(
          rows,
          (asked) => queryCommunesNamed(database, gazetteer.id, asked),
          () => undefined,
        );
        const others = commune.pcodes.filter((pcode, index) => {
          const one = found[index];
          return one === undefined || !('pcode' in one) || one.pcode !== pcode;
        });
        expect(others).toEqual([]);
      });
    }

    it('serves files that never change, named by their content, as brotli and as gzip', async () => {
      const files = ADMIN_LEVELS.flatMap((level) => Object.values(gazetteer.geometry?.[level] ?? {}));
      expect(files).toHaveLength(6);
      for (const file of [...files, ...(gazetteer.places === null ? [] : [gazetteer.places])]) {
        const [brotli, gzip] = [await asking.download(file.url, 'br'), await asking.download(file.url, 'gzip')];
        for (const { headers } of [brotli, gzip]) expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        expect([brotli.headers.get('content-encoding'), gzip.headers.get('content-encoding')]).toEqual(['br', 'gzip']);
        const plain = brotliDecompressSync(brotli.bytes);
        expect(createHash('sha256').update(plain).digest('hex').slice(0, 16)).toBe(file.hash);
        expect(file.url).toContain(file.hash);
        expect([gunzipSync(gzip.bytes).equals(plain), plain.length, brotli.bytes.length]).toEqual([true, file.bytes, file.brotliBytes]);
      }
    });
  }),
);

function codesOf(lines: readonly { code: string }[]): string[] {
  return lines.map(({ code }) => code);
}

function without(all: readonly string[], known: readonly string[]): string[] {
  const set = new Set(known);
  return all.filter((one) => !set.has(one));
}
