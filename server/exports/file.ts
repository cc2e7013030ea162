import { toCsv, toDictionaryCsv } from './csv.ts';
import { toGeoJson } from './geojson.ts';
import { toGeoPackage } from './geopackage.ts';
import type { Shape } from './geopackage-file.ts';
import type { ExportSheet } from './sheet.ts';
import { toWorkbook } from './workbook.ts';

/** Ways a sheet leaves as a file. */
export const FILE_FORMATS = ['csv', 'xlsx', 'geojson', 'gpkg', 'dictionary'] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

/** How each is sent. */
export const FILE_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
  gpkg: 'application/geopackage+sqlite3',
  dictionary: 'text/csv; charset=utf-8',
} as const satisfies Readonly<Record<FileFormat, string>>;

/** A sheet and the form it leaves in; shapes row by row, null where a row has none. It can be handed to a thread of its own. */
export type FileOrder = { sheet: ExportSheet; isTagged: boolean } & (
  | { format: 'csv' | 'xlsx' | 'dictionary' }
  /** `id`: the field whose text names a feature; shapes as GeoJSON text. */
  | { format: 'geojson'; id: string; shapes: readonly (string | null)[] }
  /** `name`: of the layer, in small letters, digits and `_`; `title`: what a person reads in its place. */
  | { format: 'gpkg'; name: string; title: string; shapes: readonly (Shape | null)[] }
);

/** Writes the file. It takes up to a second of the processor: not where others wait for answers. */
export async function writeFile(order: FileOrder): Promise<Uint8Array> {
  switch (order.format) {
    case 'csv':
      return Buffer.from(toCsv(order.sheet, order));
    case 'dictionary':
      return Buffer.from(toDictionaryCsv(order.sheet));
    case 'xlsx':
      return toWorkbook(order.sheet, order);
    case 'geojson':
      return Buffer.from(toGeoJson(order.sheet, order));
    case 'gpkg':
      return toGeoPackage(order.sheet, order);
  }
}
