import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Database, sql } from '../../server/db/database.ts';
import { type Asking, askingOf } from '../support/asking.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { ogrinfo, withGdal } from '../support/served.ts';
import { SMALL, writeSmallEdition } from '../support/small-edition.ts';

const RATES = `/api/exports/values?edition=${SMALL}&indicator=high-risk-children-rate&level=commune&period=2025`;
const GAPS = `/api/exports/gaps?edition=${SMALL}&period=2025&on=2025-12-31&reachMeters=5000`;
const LAYER = `${SMALL}_high_risk_children_rate_commune_2025`;
const Features = z.object({
  features: z.array(z.object({ properties: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) })),
});

describe('a GeoPackage', () => {
  onBothHomes((home) => {
    let database: Database;
    let asking: Asking;
    let folder: string;
    beforeAll(async () => {
      database = await openFreshDatabase(home);
      await writeSmallEdition(database);
      asking = askingOf(database);
      folder = await mkdtemp(join(tmpdir(), 'atlas-test-'));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
      await database.close();
    });

    const stored = async (path: string, name: string) => {
      const { status, bytes, headers } = await asking.download(`${path}&format=gpkg`, 'identity');
      expect({ status, failures: asking.failures }).toEqual({ status: 200, failures: [] });
      expect(headers.get('content-type')).toBe('application/geopackage+sqlite3');
      const file = join(folder, name);
      await writeFile(file, bytes);
      return file;
    };
    const propertiesOf = async (path: string) => {
      const { body } = await asking.ask(`${path}&format=geojson`);
      return Features.parse(JSON.parse(String(body))).features.map(({ properties }) => properties);
    };

    it('has the tables of the standard, a row a place with the states and codes of the GeoJSON, and says what it is of', async () => {
      const file = new DatabaseSync(await stored(RATES, 'tables.gpkg'), { readOnly: true });
      const rows = (query: string) =>
        file
          .prepare(query)
          .all()
          .map((row) => ({ ...row }));
      expect(rows('pragma application_id')).toEqual([{ application_id: 0x47504b47 }]);
      expect(rows('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
      expect(rows('pragma foreign_key_check')).toEqual([]);
      expect(rows('select srs_id from gpkg_spatial_ref_sys order by srs_id')).toEqual([{ srs_id: -1 }, { srs_id: 0 }, { srs_id: 4326 }]);
      expect(rows('select table_name, data_type from gpkg_contents')).toEqual([
        { table_name: LAYER, data_type: 'features' },
        { table_name: 'about', data_type: 'attributes' },
        { table_name: 'fields', data_type: 'attributes' },
      ]);
      expect(rows('select table_name, column_name, srs_id, z, m from gpkg_geometry_columns')).toEqual([
        { table_name: LAYER, column_name: 'geom', srs_id: 4326, z: 0, m: 0 },
      ]);
      const features = rows(`select * from "${LAYER}" order by fid`).map(({ fid, geom, ...properties }) => properties);
      expect(features).toEqual(await propertiesOf(RATES));
      const about = Object.fromEntries(rows('select name, text from about').map(({ name, text }) => [name, text]));
      expect(about).toMatchObject({
        data: 'Exact numbers: for managers only · តួលេខពិតប្រាកដ៖ សម្រាប់តែអ្នកគ្រប់គ្រង',
        period: '2025',
        edition: `${SMALL}: Small edition · ច្បាប់តូច`,
        source: expect.stringContaining('VSNP'),
      });
      expect(rows(`select distinct typeof(value) as type from "${LAYER}" order by 1`)).toEqual([{ type: 'null' }, { type: 'real' }]);
      file.close();
    });

    it('says that invented numbers are invented', async () => {
      await database.query(sql`update edition set is_demonstration = true where id = ${SMALL}::text returning 1`);
      try {
        const file = new DatabaseSync(await stored(RATES, 'invented.gpkg'), { readOnly: true });
        const contents = file.prepare('select description from gpkg_contents where table_name = ?').get(LAYER);
        expect(contents?.['description']).toContain('Demonstration data, invented');
        file.close();
      } finally {
        await database.query(sql`update edition set is_demonstration = false where id = ${SMALL}::text returning 1`);
      }
    });

    withGdal(() => {
      it('opens as one layer of valid shapes, Khmer and codes intact', async () => {
        const file = await stored(RATES, 'rates.gpkg');
        const summary = await ogrinfo('-so', file, LAYER);
        expect(summary).toContain('Feature Count: 12');
        expect(summary).toContain('Extent: (103.000000, 13.000000) - (103.600000, 13.200000)');
        for (const field of ['value: Real', 'pcode: String', 'commune_km: String']) expect(summary).toContain(field);
        const read = await ogrinfo('-al', file);
        expect(read).toContain('pcode (String) = 010101');
        expect(read).toContain('commune_km (String) = បន្ទាយនាង');
        expect(read).toContain('state_en (String) = Not assessed');
        // The one commune without a polygon comes as its point.
        const kinds = await ogrinfo(
          '-dialect',
          'SQLite',
          '-sql',
          `select st_geometrytype(geom) as kind, st_isvalid(geom) as sound, count(*) as number from "${LAYER}" group by 1, 2`,
          file,
        );
        expect([...kinds.matchAll(/= (.+)$/gm)].map(([, text]) => text)).toEqual(['MULTIPOLYGON', '1', '11', 'POINT', '1', '1']);
      });

      it('draws the gap list as points, with the communes nobody assessed', async () => {
        const file = await stored(GAPS, 'gaps.gpkg');
        const listed = await propertiesOf(GAPS);
        const summary = await ogrinfo('-so', file, `${SMALL}_gaps_2025`);
        expect(summary).toContain(`Feature Count: ${listed.length}`);
        expect(summary).toContain('rank: Integer');
        const read = await ogrinfo(file, `${SMALL}_gaps_2025`);
        expect(read.match(/^ {2}POINT \(/gm)).toHaveLength(listed.length);
        expect([...read.matchAll(/^ {2}state \(String\) = (.+)$/gm)].map(([, state]) => state)).toEqual(listed.map(({ state }) => state));
      });
    });
  });
});
