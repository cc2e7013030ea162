import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PlaceColumns } from '../../server/contracts/place.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { type NewEdition, storeEdition } from '../../server/intake/store-edition.ts';
import { publishedFile } from '../../server/queries/published-file.ts';
import { onBothHomes, openFreshDatabase } from '../support/homes.ts';
import { square } from '../support/shapes.ts';

const EDITION: NewEdition = {
  id: 'sample',
  nameEn: 'Sample',
  nameKm: 'គំរូ',
  isDemonstration: true,
  kind: 'complete',
  source: 'test',
  licence: 'none',
  validFrom: '2025-01-01',
  places: [
    { pcode: '010102', nameEn: 'East', nameKm: '', geometry: square(103.1, 13) },
    { pcode: '01', nameEn: 'Banteay Meanchey', nameKm: 'បន្ទាយមានជ័យ', type: 'province', geometry: null },
    { pcode: '0101', nameEn: 'Mongkol Borei', nameKm: 'មង្គលបូរី', geometry: null },
    { pcode: '0102', nameEn: 'Phnum Srok', nameKm: '', geometry: null },
    { pcode: '010101', nameEn: 'West', nameKm: '', geometry: square(103, 13) },
    { pcode: '010103', nameEn: 'New', nameKm: '', geometry: null },
    { pcode: '010201', nameEn: 'Told', nameKm: '', geometry: null, point: [103.3, 13.2] },
    { pcode: '01010101', nameEn: 'Village', nameKm: '', geometry: null },
  ],
  areasWithoutPlace: [{ sourceCode: 'lake', name: 'Lake', reason: 'lake', geometry: square(103.2, 13) }],
};

onBothHomes((home) => {
  let database: Database;
  beforeAll(async () => {
    database = await openFreshDatabase(home);
    await database.transaction((tx) => storeEdition(tx, EDITION, () => {}));
  });
  afterAll(() => database.close());

  async function read<Content>(kind: string, detail: string, encoding: 'br' | 'gzip' = 'br'): Promise<Content> {
    const rows = await database.query<{ hash: string }>(
      sql`select hash::text as hash from published_file where edition = 'sample' and kind = ${kind} and detail = ${detail}`,
    );
    const bytes = await publishedFile(database, { edition: 'sample', kind, detail, hash: rows[0]?.hash ?? '' }, encoding);
    const plain = encoding === 'br' ? brotliDecompressSync(bytes ?? '') : gunzipSync(bytes ?? '');
    return JSON.parse(plain.toString()) as Content;
  }

  it('publishes the places of each level in the order of their pcodes', async () => {
    const columns = PlaceColumns.parse(await read('places', 'full'));
    expect(columns.levels.commune.pcodes).toEqual(['010101', '010102', '010103', '010201']);
    expect(columns.levels.province.namesKm).toEqual(['បន្ទាយមានជ័យ']);
    expect(await read('places', 'full', 'gzip')).toEqual(columns);
  });

  it('says of each place whether it has a polygon, an approximate point or neither', async () => {
    const { levels } = PlaceColumns.parse(await read('places', 'full'));
    expect(levels.commune.shapes).toBe('ppaa');
    expect(levels.commune.lngs[3]).toBe(103.3);
    expect(levels.commune.lngs[2]).toBeCloseTo(103.1, 1);
    expect(levels.district.shapes).toBe('pa');
    expect(levels.province.shapes).toBe('p');
  });

  it('draws every level in both details, a shape named by its place, and areas without a place apart', async () => {
    for (const detail of ['overview', 'full']) {
      const topology = await read<Topology<Record<'commune', GeometryCollection>>>('commune', detail);
      expect(topology.objects.commune.geometries.map((shape) => shape.id ?? shape.properties)).toEqual([
        0,
        1,
        { area: 'lake', name: 'Lake' },
      ]);
      const district = await read<Topology<Record<'district', GeometryCollection>>>('district', detail);
      const [shape] = feature(district, district.objects.district).features;
      expect(shape?.id).toBe(0);
      expect(JSON.stringify(shape?.geometry).match(/\[103/g)?.length).toBeGreaterThanOrEqual(5);
    }
  });

  it('dissolves districts and provinces, and puts each label inside its polygon', async () => {
    const rows = await database.query(sql`
      select pcode::text as pcode, geometry_source::text as source, st_contains(geom, point)::boolean as inside,
        round(st_area(geom)::numeric, 4)::float8 as area
      from place where edition = 'sample' and geom is not null order by pcode`);
    expect(rows).toEqual([
      { pcode: '01', source: 'dissolved', inside: true, area: 0.02 },
      { pcode: '0101', source: 'dissolved', inside: true, area: 0.02 },
      { pcode: '010101', source: 'sample', inside: true, area: 0.01 },
      { pcode: '010102', source: 'sample', inside: true, area: 0.01 },
    ]);
  });

  it('writes the same places again with new names, and publishes anew', async () => {
    const renamed = EDITION.places.map((place) => (place.pcode === '010101' ? { ...place, nameEn: 'Far West' } : place));
    await database.transaction((tx) => storeEdition(tx, { ...EDITION, places: renamed }, () => {}));
    const columns = PlaceColumns.parse(await read('places', 'full'));
    expect(columns.levels.commune.namesEn[0]).toBe('Far West');
    expect(columns.levels.commune.shapes).toBe('ppaa');
  });
});
