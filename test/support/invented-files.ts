import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Geometry } from 'geojson';
import type { DatasetReport } from '../../server/contracts/import.ts';
import { datasetOf } from '../../server/datasets/index.ts';
import { type Database, sql } from '../../server/db/database.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import type { Refusal } from '../../server/intake/outcome.ts';
import type { SourceFile } from '../../server/intake/read-table.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/boundaries/', import.meta.url));

/** A file of invented places in a real layout. */
export async function inventedFile(name: string): Promise<SourceFile> {
  return { name, bytes: new Uint8Array(await readFile(`${FOLDER}${name}`)) };
}

export function textFile(name: string, text: string): SourceFile {
  return { name, bytes: new TextEncoder().encode(text) };
}

/** A GeoJSON file of the given features; `crs` is the name in the legacy member. */
export function shapesFile(name: string, features: readonly { properties: object; geometry: Geometry | null }[], crs?: string): SourceFile {
  const declared = crs === undefined ? {} : { crs: { type: 'name', properties: { name: crs } } };
  const collection = { type: 'FeatureCollection', ...declared, features: features.map((feature) => ({ type: 'Feature', ...feature })) };
  return textFile(name, JSON.stringify(collection));
}

/** The report of an import that was done; throws the reason when it was refused. */
export function done<Report extends object>(result: Report | Refusal): Report {
  if ('refused' in result) throw new Error(result.refused as string);
  return result as Report;
}

/** Brings a crosswalk in. */
export function importCrosswalk(database: Database, file: SourceFile, isDryRun = false): Promise<DatasetReport | Refusal> {
  const delivery = { files: [file], dataset: datasetOf('crosswalk'), stated: {}, source: undefined, isDryRun };
  return importDataset(database, delivery, () => {});
}

/** Everything an import can change but its own report: for comparing before and after. */
export async function stateOf(database: Database): Promise<Record<string, object[]>> {
  return {
    editions: await database.query(sql`
      select id, name_en, name_km, is_demonstration, kind, source, licence, valid_from::text as valid_from from edition order by id`),
    places: await database.query(sql`
      select edition, pcode, name_en, name_km, type, search_text, geometry_source, is_point_approximate,
        md5(st_asbinary(geom))::text as geom, st_astext(point, 9)::text as point
      from place order by edition, pcode`),
    areas: await database.query(sql`
      select edition, source_code, name, reason, md5(st_asbinary(geom))::text as geom from area_without_place order by edition, source_code`),
    crosswalk: await database.query(sql`
      select from_edition, from_pcode, to_edition, to_pcode, share::float8 as share, method from crosswalk order by 1, 2, 3, 4`),
    rows: await database.query(sql`
      select from_year, to_year, from_pcode, to_pcode, from_name, to_name, method from current_crosswalk_row order by 1, 2, 3, 4`),
    files: await database.query(sql`
      select edition, kind, detail, hash, bytes from published_file order by edition, kind, detail`),
  };
}

export async function countReports(database: Database): Promise<number> {
  const rows = await database.query(sql`select 1::int as one from import_report`);
  return rows.length;
}

export async function emptyDatabase(database: Database): Promise<void> {
  await database.script('truncate edition, crosswalk_row, upload, import_report restart identity cascade');
}
