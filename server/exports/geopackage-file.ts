import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { ExportCell } from './sheet.ts';

/** Well-known binary, little endian, and the box around it in degrees. */
export type Shape = { wkb: Uint8Array; box: readonly [west: number, south: number, east: number, north: number] };

export type PackageTable = {
  name: string;
  title: string;
  description: string;
  columns: readonly { name: string; type: 'TEXT' | 'INTEGER' | 'REAL' }[];
  rows: readonly (readonly ExportCell[])[];
};
export type GeoPackage = { layer: PackageTable & { shapes: readonly (Shape | null)[] }; tables: readonly PackageTable[] };

/** WGS 84, longitude before latitude in the file whatever its authority says. */
const WGS84 = 4326;
const DEFINITION =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** The tables every GeoPackage has (OGC 12-128r18, annex C), and the marks of the file: "GPKG", version 1.3. */
const SCHEMA = `
  pragma application_id = 0x47504b47;
  pragma user_version = 10300;
  create table gpkg_spatial_ref_sys (
    srs_name text not null, srs_id integer not null primary key, organization text not null,
    organization_coordsys_id integer not null, definition text not null, description text
  );
  create table gpkg_contents (
    table_name text not null primary key, data_type text not null, identifier text unique, description text default '',
    last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    min_x double, min_y double, max_x double, max_y double, srs_id integer,
    constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id)
  );
  create table gpkg_geometry_columns (
    table_name text not null, column_name text not null, geometry_type_name text not null, srs_id integer not null,
    z tinyint not null, m tinyint not null,
    constraint pk_geom_cols primary key (table_name, column_name),
    constraint uk_gc_table_name unique (table_name),
    constraint fk_gc_tn foreign key (table_name) references gpkg_contents (table_name),
    constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id)
  );
  insert into gpkg_spatial_ref_sys values
    ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    ('WGS 84', ${WGS84}, 'EPSG', ${WGS84}, '${DEFINITION}', 'longitude and latitude in degrees');`;

/** Writes a GeoPackage to a path where no file is. */
export function writeGeoPackage(path: string, { layer, tables }: GeoPackage): void {
  const file = new DatabaseSync(path);
  try {
    file.exec(SCHEMA);
    file.exec('begin');
    addTable(file, { ...layer, kind: 'features' });
    for (const table of tables) addTable(file, { ...table, kind: 'attributes' });
    file.exec('commit');
  } finally {
    file.close();
  }
}

type Added = PackageTable & { kind: 'features' | 'attributes'; shapes?: readonly (Shape | null)[] };

function addTable(file: DatabaseSync, { name, title, description, columns, rows, kind, shapes }: Added): void {
  const isDrawn = shapes !== undefined;
  const own = columns.map((column) => `${quoted(column.name)} ${column.type}`);
  const all = ['fid integer primary key autoincrement not null', ...(isDrawn ? ['geom GEOMETRY'] : []), ...own];
  file.exec(`create table ${quoted(name)} (${all.join(', ')})`);
  file
    .prepare(
      'insert into gpkg_contents (table_name, data_type, identifier, description, min_x, min_y, max_x, max_y, srs_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(name, kind, title, description, ...boxAround(shapes ?? []), isDrawn ? WGS84 : null);
  if (isDrawn) file.prepare("insert into gpkg_geometry_columns values (?, 'geom', 'GEOMETRY', ?, 0, 0)").run(name, WGS84);
  const heads = [...(isDrawn ? ['geom'] : []), ...columns.map((column) => quoted(column.name))];
  const insert = file.prepare(`insert into ${quoted(name)} (${heads.join(', ')}) values (${heads.map(() => '?').join(', ')})`);
  for (const [index, row] of rows.entries()) {
    const shape = shapes?.[index] ?? null;
    const drawn: SQLInputValue[] = isDrawn ? [shape === null ? null : toBinary(shape)] : [];
    insert.run(...drawn, ...row);
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Header with its box, then the shape (OGC 12-128r18, clause 2.1.3). */
function toBinary({ wkb, box }: Shape): Uint8Array {
  const header = new DataView(new ArrayBuffer(40));
  const [west, south, east, north] = box;
  header.setUint16(0, 0x4750);
  // Version 1 is written 0; flags: little endian, a box of two dimensions.
  header.setUint8(2, 0);
  header.setUint8(3, 0b0000_0011);
  header.setInt32(4, WGS84, true);
  for (const [index, side] of [west, east, south, north].entries()) header.setFloat64(8 + 8 * index, side, true);
  return Buffer.concat([new Uint8Array(header.buffer), wkb]);
}

function boxAround(shapes: readonly (Shape | null)[]): readonly (number | null)[] {
  const boxes = shapes.flatMap((shape) => (shape === null ? [] : [shape.box]));
  if (boxes.length === 0) return [null, null, null, null];
  return [0, 1, 2, 3].map((side) => {
    const sides = boxes.map((box) => box[side] ?? 0);
    return sides.reduce((a, b) => (side < 2 ? Math.min(a, b) : Math.max(a, b)));
  });
}
