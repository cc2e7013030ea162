import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { dbfEncoding } from '../../server/boundaries/dbf-encoding.ts';
import { epsgOfPrj } from '../../server/boundaries/prj.ts';
import type { SourceFile } from '../../server/intake/read-table.ts';
import { readShapeSources, type ShapeSources } from '../../server/intake/shape-sources.ts';
import { shapesFile, textFile } from '../support/invented-files.ts';
import { onRealFiles, realFile } from '../support/real-files.ts';
import { shapefileParts, zipFile, zipOf } from '../support/shape-archives.ts';
import { square } from '../support/shapes.ts';

const ALPHA = { properties: { ADM3_PCODE: 'KH010101', ADM3_EN: 'Alpha' }, geometry: square(104, 12) };
const BETA = { properties: { ADM3_PCODE: 'KH010102', ADM3_EN: 'Bétá' }, geometry: square(104.1, 12) };
const UTM_48 = strToU8('PROJCS["WGS_1984_UTM_Zone_48N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]],UNIT["Meter",1.0]]');

async function sourcesOf(file: SourceFile): Promise<ShapeSources> {
  const read = await readShapeSources(file);
  if ('reason' in read) throw new Error(read.reason);
  return read;
}

async function fieldsOf(file: SourceFile): Promise<unknown[]> {
  return (await sourcesOf(file)).sources.flatMap(({ units }) => units.map(({ fields }) => fields));
}

async function refusalOf(file: SourceFile): Promise<string> {
  const read = await readShapeSources(file);
  return 'reason' in read ? read.reason : 'nothing was refused';
}

describe('a zipped shapefile', () => {
  it('gives every record, with its fields and its polygon; one without a polygon too', async () => {
    const empty = { properties: { ADM3_PCODE: 'KH010103', ADM3_EN: 'Gamma' }, geometry: null };
    const { sources, notes } = await sourcesOf(zipOf(await shapefileParts([ALPHA, BETA, empty])));
    expect(notes).toEqual([]);
    const [source] = sources;
    expect(source?.units.map(({ where, fields }) => [where, fields])).toEqual([
      ['boundaries.zip, feature 1', ALPHA.properties],
      ['boundaries.zip, feature 2', BETA.properties],
      ['boundaries.zip, feature 3', empty.properties],
    ]);
    expect(source?.units.map(({ geometry }) => geometry?.coordinates.flat(2).length ?? null)).toEqual([5, 5, null]);
    expect([source?.epsg, source?.crs]).toEqual([4326, 'EPSG:4326, from the .prj']);
  });

  it('is in the system of its .prj, and in longitude and latitude without one', async () => {
    const { prj: _, ...parts } = await shapefileParts([ALPHA]);
    const systemOf = async (prj: Uint8Array | undefined) =>
      (await sourcesOf(zipOf(prj === undefined ? parts : { ...parts, prj }))).sources.map(({ epsg, crs }) => [epsg, crs]);
    expect(await systemOf(UTM_48)).toEqual([[32_648, 'EPSG:32648, from the .prj']]);
    expect(await systemOf(undefined)).toEqual([[4326, 'not declared, taken as longitude and latitude (WGS 84)']]);
    expect(await refusalOf(zipOf({ ...parts, prj: strToU8('LOCAL_CS["A secret name"]') }))).toBe(
      'boundaries.zip declares in its .prj a coordinate system that is not known.',
    );
  });

  it('is read by the encoding its .cpg says, and without one as UTF-8, else as Windows-1252', async () => {
    const unit = { properties: { NAME: 'Bétá' }, geometry: square(104, 12) };
    const khmer = { properties: { NAME: 'អាល់ហ្វា' }, geometry: square(104, 12) };
    for (const [shape, encoding] of [
      [unit, 'utf8'],
      [unit, 'win1252'],
      [khmer, 'utf8'],
    ] as const) {
      const { cpg: _, ...parts } = await shapefileParts([shape], encoding);
      expect(await fieldsOf(zipOf(parts))).toEqual([shape.properties]);
      const cpg = strToU8(encoding === 'utf8' ? 'UTF-8' : 'ANSI 1252');
      expect(await fieldsOf(zipOf({ ...parts, cpg }))).toEqual([shape.properties]);
      expect(await fieldsOf(zipOf({ ...parts, cpg: strToU8('OEM') }))).toEqual([shape.properties]);
    }
  });

  it('counts a Khmer name that its field cuts within a letter as UTF-8', async () => {
    const { dbf } = await shapefileParts([{ properties: { NAME: 'កខ' }, geometry: square(104, 12) }]);
    if (dbf === undefined) throw new Error('no table was written');
    expect(dbfEncoding(dbf, undefined)).toBe('utf8');
    const cut = dbf.slice();
    // The field is six bytes wide: a letter of three, an A, and two bytes of a letter whose third did not fit.
    const second = cut.lastIndexOf(0xe1);
    cut.set([0x41, 0xe1, 0x9e], second);
    expect(dbfEncoding(cut, undefined)).toBe('utf8');
    cut.set([0xe9, 0x20, 0x20], second);
    expect(dbfEncoding(cut, undefined)).toBe('win1252');
  });

  it('without one of its parts is refused, and the part is named', async () => {
    const parts = await shapefileParts([ALPHA]);
    for (const ending of ['shp', 'shx', 'dbf']) {
      const { [ending]: _, ...others } = parts;
      expect(await refusalOf(zipOf(others))).toBe(`boundaries.zip holds a shapefile without its .${ending}.`);
    }
    const { shx: _, dbf: __, ...two } = parts;
    expect(await refusalOf(zipOf(two))).toBe('boundaries.zip holds a shapefile without its .shx and its .dbf.');
    expect(await refusalOf({ name: 'communes.shp', bytes: parts['shp'] ?? new Uint8Array() })).toMatch(/pack its \.shp, \.shx, \.dbf/);
  });

  it('whose parts were cut off, or are of two shapefiles, is refused', async () => {
    const [parts, one] = [await shapefileParts([ALPHA, BETA]), await shapefileParts([ALPHA])];
    for (const ending of ['shp', 'shx', 'dbf']) {
      const cut = parts[ending]?.slice(0, -4) ?? new Uint8Array();
      expect(await refusalOf(zipOf({ ...parts, [ending]: cut }))).toBe(`boundaries.zip has a .${ending} that was cut off or is damaged.`);
      expect(await refusalOf(zipOf({ ...parts, [ending]: strToU8('x') }))).toBe(`boundaries.zip has a .${ending} that is none.`);
    }
    const mixed = { ...parts, dbf: one['dbf'] ?? new Uint8Array() };
    expect(await refusalOf(zipOf(mixed))).toBe('boundaries.zip has 2 shapes in its .shx and 1 records in its .dbf.');
    const noise = parts['shp']?.map((byte, at) => (at < 100 ? byte : (at * 89) % 256)) ?? new Uint8Array();
    expect(await refusalOf(zipOf({ ...parts, shp: noise }))).toMatch(/^boundaries\.zip [^\n]{1,80}\.$/);
  });
});

onRealFiles(() => {
  it('reads of a zipped shapefile, without its .cpg, what the GeoJSON of the communes says', async () => {
    const [given] = (await sourcesOf(await realFile('boundaries/cambodia-adm3-simplified.geojson'))).sources;
    const units = (given?.units ?? []).map(({ fields, geometry }) => ({ properties: fields, geometry }));
    const { cpg: _, ...parts } = await shapefileParts(units);
    const [read] = (await sourcesOf(zipOf(parts))).sources;
    expect(read?.units).toHaveLength(1_633);
    expect(read?.units.map(({ fields }) => fields)).toEqual(units.map(({ properties }) => properties));
    expect(read?.units.map(({ geometry }) => geometry?.coordinates.length)).toEqual(
      units.map(({ geometry }) => geometry?.coordinates.length),
    );
  });
});

describe('a coordinate system in a .prj', () => {
  it('is known by the number of the whole, not of a part, or by its name', () => {
    expect(epsgOfPrj('PROJCS["WGS 84 / UTM zone 48N",GEOGCS["WGS 84",AUTHORITY["EPSG","4326"]],AUTHORITY["EPSG","32648"]]')).toBe(32_648);
    expect(epsgOfPrj('PROJCRS["x",BASEGEOGCRS["WGS 84",ID["EPSG",4326]],ID["EPSG",32648]]')).toBe(32_648);
    expect(epsgOfPrj('PROJCS["WGS 84 / UTM zone 48N",GEOGCS["WGS 84",AUTHORITY["EPSG","4326"]]]\0')).toBe(32_648);
    expect(epsgOfPrj('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]')).toBe(4326);
    expect(epsgOfPrj('PROJCS["Indian_1960_UTM_Zone_48N",GEOGCS["GCS_Indian_1960"]]')).toBe(3148);
    for (const unknown of ['', 'x', 'PROJCS["constructor"]', 'PROJCS["Mine",GEOGCS["GCS_WGS_1984"]]'])
      expect(epsgOfPrj(unknown)).toBeUndefined();
  });
});

describe('a zip of GeoJSON', () => {
  const text = (shapes: Parameters<typeof shapesFile>[1]) => shapesFile('x', shapes).bytes;
  const line = {
    properties: {},
    geometry: { type: 'LineString' as const, coordinates: [[104, 12] as const, [105, 12] as const].map((p) => [...p]) },
  };

  it('is read part by part; lines, points and other parts are left aside and counted', async () => {
    const file = zipFile({
      'bundle/khm_admin2.geojson': text([BETA]),
      'bundle/khm_admin3.geojson': text([ALPHA, BETA]),
      'bundle/khm_adminlines.geojson': text([line, line, line]),
      'bundle/readme.txt': strToU8('read me'),
      '__MACOSX/bundle/._khm_admin3.geojson': strToU8('x'),
    });
    const { sources, notes } = await sourcesOf(file);
    expect(sources.map(({ where, fileName, units }) => [where, fileName, units.length])).toEqual([
      ['boundaries.zip, part 1', 'bundle/khm_admin2.geojson', 1],
      ['boundaries.zip, part 2', 'bundle/khm_admin3.geojson', 2],
    ]);
    expect(notes).toEqual([
      'boundaries.zip, part 3 holds only lines or points, which bound no place; 3 not read.',
      'boundaries.zip holds parts without shapes; 1 not read.',
    ]);
  });

  it('with a damaged part, or without any shapes, is refused without a name from inside', async () => {
    const damaged = zipFile({ 'a.geojson': text([ALPHA]), 'Sok Dara.geojson': strToU8('{') });
    expect(await refusalOf(damaged)).toBe('boundaries.zip, part 1 is no GeoJSON collection of features.');
    expect(await refusalOf(zipFile({ 'Sok Dara.txt': strToU8('x') }))).toBe(
      'boundaries.zip holds no shapefile, no GeoJSON and no TopoJSON.',
    );
  });
});

describe('a hostile archive of shapes', () => {
  const json = strToU8('{}');
  const many = () => Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`${index}.json`, json]));
  it.each<[string, () => SourceFile, string]>([
    ['a bomb', () => zipFile({ 'a.geojson': new Uint8Array(25_000_000) }), 'unpacks to far more than such a file holds'],
    [
      'a bomb in many parts',
      () => zipFile({ 'a.shp': new Uint8Array(15_000_000), 'a.dbf': new Uint8Array(15_000_000) }),
      'unpacks to far more than such a file holds',
    ],
    ['a part of 400 MB', () => declaring(400_000_000), 'unpacks to far more than such a file holds'],
    ['very many parts', () => zipFile(many()), 'has 501 parts, more than 500'],
    ['a part that points outside', () => zipFile({ '../../a.geojson': json }), 'has parts that point outside of it'],
    ['a part of an absolute name', () => zipFile({ '/etc/a.geojson': json }), 'has parts that point outside of it'],
    ['an archive inside', () => zipFile({ 'a.zip': zipSync({ 'b.geojson': json }) }), 'holds an archive in the archive; unpack it once'],
    ['two parts of one name', () => zipFile({ 'a.json': json, 'A.json': json }), 'holds two parts of one name'],
  ])('with %s is refused in one sentence', async (_, make, reason) => {
    expect(await refusalOf(make())).toBe(`boundaries.zip ${reason}.`);
  });

  it('that was cut off anywhere is refused', async () => {
    const { name, bytes } = zipOf(await shapefileParts([ALPHA]));
    for (const part of [0.1, 0.5, 0.9, 0.999]) {
      expect(await refusalOf({ name, bytes: bytes.subarray(0, Math.floor(bytes.length * part)) })).toBe(
        'boundaries.zip is a damaged archive.',
      );
    }
  });

  it('that says of a part a smaller size than it has is refused', async () => {
    expect(await refusalOf(declaring(100))).toMatch(/^boundaries\.zip is (no GeoJSON collection of features|a damaged archive)\.$/);
  });
});

/** A zip of a sound GeoJSON whose lists say that it has another size. */
function declaring(bytes: number): SourceFile {
  const part = shapesFile('x', [ALPHA, BETA]).bytes;
  const file = zipFile({ 'a.geojson': part });
  const view = new DataView(file.bytes.buffer, file.bytes.byteOffset);
  for (let at = 0; at + 4 <= view.byteLength; at += 1) if (view.getUint32(at, true) === part.length) view.setUint32(at, bytes, true);
  return file;
}

describe('TopoJSON', () => {
  // Two squares side by side that share the arc between them.
  const arcs = [
    [
      [104.1, 12],
      [104.1, 12.1],
    ],
    [
      [104.1, 12.1],
      [104, 12.1],
      [104, 12],
      [104.1, 12],
    ],
    [
      [104.1, 12],
      [104.2, 12],
      [104.2, 12.1],
      [104.1, 12.1],
    ],
  ];
  const geometries = [
    { type: 'Polygon', arcs: [[0, 1]], properties: ALPHA.properties },
    { type: 'Polygon', arcs: [[2, -1]], properties: BETA.properties },
    { type: null, properties: { ADM3_PCODE: 'KH010103' } },
  ];
  const topology = (changed: object = {}) =>
    textFile(
      'map.json',
      JSON.stringify({ type: 'Topology', arcs, objects: { communes: { type: 'GeometryCollection', geometries } }, ...changed }),
    );

  it('gives every shape, its shared arcs unfolded', async () => {
    const [source] = (await sourcesOf(topology())).sources;
    expect(source?.units.map(({ where, fields }) => [where, fields])).toEqual([
      ['map.json, feature 1', ALPHA.properties],
      ['map.json, feature 2', BETA.properties],
      ['map.json, feature 3', { ADM3_PCODE: 'KH010103' }],
    ]);
    expect(source?.units[1]?.geometry?.coordinates).toEqual([
      [
        [
          [104.1, 12],
          [104.2, 12],
          [104.2, 12.1],
          [104.1, 12.1],
          [104.1, 12],
        ],
      ],
    ]);
    expect(source?.units[2]?.geometry).toBeNull();
    expect(source?.epsg).toBe(4326);
  });

  it('of several objects is read object by object, lines left aside', async () => {
    const [first, second] = geometries;
    const lines = { type: 'GeometryCollection', geometries: [{ type: 'LineString', arcs: [0] }] };
    const { sources, notes } = await sourcesOf(topology({ objects: { first, lines, second } }));
    expect(sources.map(({ units }) => units.map(({ where }) => where))).toEqual([
      ['map.json, object 1, feature 1'],
      ['map.json, object 3, feature 1'],
    ]);
    expect(notes).toEqual(['map.json, object 2 holds only lines or points, which bound no place; 1 not read.']);
  });

  it('whose shapes have no arcs, or unfold to far too much, is refused', async () => {
    const damaged = 'map.json is damaged TopoJSON: its shapes and its arcs do not fit.';
    expect(await refusalOf(topology({ arcs: [] }))).toBe(damaged);
    expect(await refusalOf(topology({ arcs: undefined }))).toBe(damaged);
    expect(await refusalOf(topology({ objects: undefined }))).toBe(damaged);
    expect(await refusalOf(topology({ objects: {} }))).toBe('map.json is TopoJSON without objects.');
    const long = Array.from({ length: 40_000 }, (_, index) => [104 + index / 1e6, 12]);
    const same = Array.from({ length: 1_000 }, () => ({ type: 'Polygon', arcs: [[0]] }));
    expect(await refusalOf(topology({ arcs: [long], objects: { bomb: { type: 'GeometryCollection', geometries: same } } }))).toBe(
      'map.json unfolds to more than 10,000,000 positions.',
    );
  });
});

describe('a file that is no set of shapes', () => {
  it('is told from one: records without shapes belong to the gazetteer', async () => {
    expect(await refusalOf(textFile('mef.json', '[{"commune_code":"010101"}]'))).toMatch(/"atlas import gazetteer"\.$/);
    expect(await refusalOf(textFile('x.kml', '<kml/>'))).toBe('x.kml is no GeoJSON collection of features.');
  });
});
