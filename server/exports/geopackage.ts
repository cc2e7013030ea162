import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeoPackage, PackageTable, Shape } from './geopackage-file.ts';
import { type ExportSheet, toDictionary } from './sheet.ts';

type Layer = {
  /** Name of the layer: small letters, digits and `_`. */
  name: string;
  /** What a person reads in its place. */
  title: string;
  /** Row by row. */
  shapes: readonly (Shape | null)[];
};

/**
 * A sheet as GeoPackage (OGC 12-128r18): one layer whose features are the rows; beside it the tables `about`, which says what
 * the numbers are of, and `fields`, which says what each means. SQLite, which Node has built in, writes it: to a file in a
 * folder of its own, which only this user may read, and which is gone afterwards. Its calls do not wait.
 */
export async function toGeoPackage(sheet: ExportSheet, { name, title, shapes }: Layer): Promise<Uint8Array> {
  // Loaded here: the other formats need no SQLite.
  const { writeGeoPackage } = await import('./geopackage-file.ts');
  const folder = mkdtempSync(join(tmpdir(), 'atlas-geopackage-'));
  try {
    const path = join(folder, 'export.gpkg');
    writeGeoPackage(path, toContent(sheet, { name, title, shapes }));
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function toContent(sheet: ExportSheet, { name, title, shapes }: Layer): GeoPackage {
  const about = sheet.about.map(([said, text]) => `${said}: ${text}`).join('. ');
  const columns = sheet.fields.map(({ key, holds }) => ({ name: key, type: TYPES[holds ?? 'text'] }));
  return {
    layer: { name, title, description: about, columns, rows: sheet.rows, shapes },
    tables: [
      toTable('about', 'What the numbers are of', [['name', 'text'], ...sheet.about]),
      toTable('fields', 'What each field means', toDictionary(sheet)),
    ],
  };
}

const TYPES = { text: 'TEXT', integer: 'INTEGER', number: 'REAL' } as const;

function toTable(name: string, title: string, [heads = [], ...rows]: readonly ExportSheet['rows'][number][]): PackageTable {
  return { name, title, description: '', columns: heads.map((head) => ({ name: String(head), type: 'TEXT' })), rows };
}
