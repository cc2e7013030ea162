import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DESTINATIONS } from '../../data/facts/destinations.ts';
import { CrossingList } from '../../server/contracts/crossing.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { type Asking, askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { ogrinfo, withGdal } from '../support/served.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';
import { writeStatement, writeUpload } from '../support/small-edition-statements.ts';

const LAYERS = ['networks', 'workshops', 'crossings', 'flows', 'presence', 'social-services'] as const;
type Layer = (typeof LAYERS)[number];
const Features = z.object({
  about: z.record(z.string(), z.string()),
  features: z.array(
    z.object({
      id: z.string(),
      geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }).nullable(),
      properties: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
  ),
});

describe('a layer that leaves as a file', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: Asking;
    let folder: string;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      await writePresence(database);
      await writeServices(database);
      asking = askingOf(database);
      folder = await mkdtemp(join(tmpdir(), 'atlas-test-'));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
      await database.close();
    });

    const pathOf = (layer: Layer, format: string) => `/api/exports/layers/${layer}?edition=${SMALL}&period=2025&format=${format}`;
    const sent = async (layer: Layer, format: string) => {
      const { status, bytes, headers } = await asking.download(pathOf(layer, format), 'identity');
      expect({ status, failures: asking.failures }).toEqual({ status: 200, failures: [] });
      return { bytes: Buffer.from(bytes), headers };
    };
    const featuresOf = async (layer: Layer) => Features.parse(JSON.parse((await sent(layer, 'geojson')).bytes.toString()));

    it('has the networks of the day, each at the point of its commune, with its status in words', async () => {
      const { features, about } = await featuresOf('networks');
      expect(features.map(({ id, properties }) => [id, properties['status'], properties['pcode']])).toEqual([
        ['N-1', 'active', '010101'],
        ['N-2', 'dormant', '010202'],
        ['N-3', 'dormant', '020101'],
        ['N-6', 'active', '020103'],
      ]);
      expect(features[0]?.geometry).toEqual({ type: 'Point', coordinates: [103.05, 13.05] });
      expect(features[0]?.properties).toMatchObject({ status_on: '2025-12-31', commune_km: 'បន្ទាយនាង', members_teachers: 3 });
      expect(about).toMatchObject({
        data: 'Exact numbers: for managers only · តួលេខពិតប្រាកដ៖ សម្រាប់តែអ្នកគ្រប់គ្រង',
        of: '2025-12-31',
        edition: `${SMALL}: Small edition · ច្បាប់តូច`,
        source: 'Register of Child Protection Networks and their quarterly reports',
      });
    });

    it('has the workshops of the year', async () => {
      const { features } = await featuresOf('workshops');
      expect(features.map(({ id }) => id).toSorted()).toEqual(['W-3', 'W-4', 'W-5', 'W-6', 'W-7', 'W-9']);
      expect(features.find(({ id }) => id === 'W-5')?.properties).toMatchObject({ participants_teachers: 10, participants_police: null });
    });

    it('draws who is on the move from the origin over the crossing to the destination, and back', async () => {
      const { crossings } = CrossingList.parse((await asking.ask('/api/crossings?on=2025-12-31')).body);
      const poipet = crossings.find(({ id }) => id === 'poipet');
      const end = DESTINATIONS.find(({ province }) => province === 'Sa Kaeo');
      if (poipet === undefined || end === undefined) throw new Error('the facts are not there');
      const way = [
        [103.05, 13.05],
        [poipet.lng, poipet.lat],
        [end.lng, end.lat],
      ];
      const { features } = await featuresOf('flows');
      const flowOf = (id: string) => features.find((feature) => feature.id === id);
      const out = flowOf('010101 poipet TH:Sa Kaeo out recorded');
      expect(out?.geometry).toEqual({ type: 'LineString', coordinates: way });
      expect(out?.properties).toMatchObject({
        children: 10,
        adults: 100,
        basis_en: 'Recorded',
        basis_km: 'បានកត់ត្រា',
        direction_km: 'ចេញពីកម្ពុជា',
        country_en: 'Thailand',
        crossing_en: 'Poipet',
        period: '2025',
        source: 'Border police; Household survey',
      });
      expect(flowOf('010101 poipet TH:Sa Kaeo return recorded')?.geometry?.coordinates).toEqual(way.toReversed());
      // People of a district whose commune nobody named keep its code.
      expect(flowOf('0102 poipet TH:Sa Kaeo out estimated')?.properties).toMatchObject({ pcode: '0102', commune_code: null });
      const people = features.map(({ properties }) => Number(properties['children']) + Number(properties['adults']));
      expect(people.reduce((sum, number) => sum + number, 0)).toBe(110 + 55 + 10 + 220 + 10 + 40 + 10);
    });

    it('has the crossings with their status, as facts of no edition', async () => {
      const { features, about } = await featuresOf('crossings');
      expect(features.find(({ id }) => id === 'poipet')?.geometry?.type).toBe('Point');
      expect(about['data']).toBeUndefined();
    });

    it('has who works where on the day, in a commune or in all of a province', async () => {
      const { features } = await featuresOf('presence');
      expect(features.map(({ id, properties }) => [id, properties['programme_km'], properties['to_on']])).toEqual([
        ['santi 01 awareness 2024-01-01', 'ការលើកកម្ពស់ការយល់ដឹង', null],
        ['acts 010101 vsnp 2021-01-01', 'កម្មវិធីបណ្តាញសុវត្ថិភាពភូមិ', '2025-12-31'],
      ]);
    });

    it('has the newest social services up to the year, blank where nobody says, and never where shelters stand', async () => {
      const { features } = await featuresOf('social-services');
      expect(features.map(({ properties }) => [properties['pcode'], properties['period'], properties['services_health_centre']])).toEqual([
        ['010101', '2025', 2],
        ['010102', '2024', 0],
      ]);
      expect(features[0]?.properties['services_police_post']).toBeNull();
      expect(JSON.stringify(features)).not.toContain('shelter');
    });

    it('is the same in every format, says what it is of, and is named', async () => {
      for (const layer of LAYERS) {
        const { bytes, headers } = await sent(layer, 'csv');
        expect(headers.get('content-disposition')).toBe(`attachment; filename="${SMALL}-${layer}-2025.csv"`);
        const rows = parse(bytes, { bom: true, columns: true }) as Record<string, string>[];
        const { features } = await featuresOf(layer);
        const asText = (properties: object) =>
          Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value ?? '')]));
        expect([layer, rows.length > 0]).toEqual([layer, true]);
        expect(features.map(({ properties }) => asText(properties))).toEqual(rows);
      }
    });

    it('says of invented numbers that they are invented', async () => {
      await database.query(sql`update edition set is_demonstration = true where id = ${SMALL}::text returning 1`);
      try {
        const { features, about } = await featuresOf('networks');
        expect(about['data']).toContain('Demonstration data, invented · ទិន្នន័យសាកល្បង');
        for (const { properties } of features) expect(properties['data']).toContain('Demonstration data');
      } finally {
        await database.query(sql`update edition set is_demonstration = false where id = ${SMALL}::text returning 1`);
      }
    });

    it('is a sound GeoPackage with its rows as features', async () => {
      for (const layer of LAYERS) {
        const path = join(folder, `${layer}.gpkg`);
        await writeFile(path, (await sent(layer, 'gpkg')).bytes);
        const file = new DatabaseSync(path, { readOnly: true });
        expect(file.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
        const table = `${SMALL}_${layer}_2025`.replaceAll('-', '_');
        const rows = file.prepare(`select * from "${table}" order by fid`).all();
        const { features } = await featuresOf(layer);
        expect(rows.map(({ fid, geom, ...properties }) => properties)).toEqual(features.map(({ properties }) => properties));
        file.close();
      }
    });

    withGdal(() => {
      it('opens in GDAL as points and lines, codes as text and Khmer intact', async () => {
        for (const layer of LAYERS) {
          const path = join(folder, `gdal-${layer}.gpkg`);
          await writeFile(path, (await sent(layer, 'gpkg')).bytes);
          const table = `${SMALL}_${layer}_2025`.replaceAll('-', '_');
          const query = `select st_geometrytype(geom) as kind, st_isvalid(geom) as sound, count(*) as number from "${table}" group by 1, 2`;
          const kinds = [...(await ogrinfo('-dialect', 'SQLite', '-sql', query, path)).matchAll(/= (.+)$/gm)].map(([, text]) => text);
          const { features } = await featuresOf(layer);
          const kind = layer === 'flows' ? 'LINESTRING' : 'POINT';
          expect([layer, ...kinds]).toEqual([layer, kind, '1', String(features.length)]);
          const firstPoint = new RegExp(`^ {2}${kind} \\((\\S+) ([-\\d.]+)`, 'gm');
          const read = [...(await ogrinfo(path, table)).matchAll(firstPoint)].map(([, lng, lat]) => [Number(lng), Number(lat)]);
          expect(read).toEqual(features.map(({ geometry }) => (kind === 'POINT' ? geometry?.coordinates : geometry?.coordinates[0])));
        }
        const read = await ogrinfo('-al', join(folder, 'gdal-flows.gpkg'));
        for (const words of ['pcode (String) = 010101', 'crossing_km (String) = ប៉ោយប៉ែត', 'children (Integer64) = 10'])
          expect(read).toContain(words);
      });
    });
  });
});

async function writePresence(database: Database): Promise<void> {
  const upload = await writeUpload(database, 'presence');
  await database.query(sql`
    insert into presence (upload, organisation, edition, pcode, programme, from_on, to_on)
    values
      (${upload}::int, 'acts', ${SMALL}::text, '010101', 'vsnp', '2021-01-01', '2025-12-31'),
      (${upload}::int, 'santi', ${SMALL}::text, '01', 'awareness', '2024-01-01', null),
      (${upload}::int, 'santi', ${SMALL}::text, '02', 'awareness', '2026-01-01', null)`);
}

/** 010101 in two years; 010102 in one before, with none counted; 010103 in a later year only. */
async function writeServices(database: Database): Promise<void> {
  const upload = await writeUpload(database, 'social-services');
  for (const [pcode, period, category, value] of [
    ['010101', '2024', 'health-centre', 1],
    ['010101', '2025', 'health-centre', 2],
    ['010102', '2024', 'health-centre', 0],
    ['010103', '2026', 'health-centre', 3],
  ] as const) {
    const shelter = pcode === '010101' ? [{ measure: 'service-points', category: 'shelter', value: 1 }] : [];
    const observations = [{ measure: 'service-points', category, value }, ...shelter];
    await writeStatement(database, { upload, subject: 'social-services', edition: SMALL, pcode, period, observations });
  }
}
