import type { Feature, Geometry } from 'geojson';
import type { Pcode } from '../contracts/pcode.ts';
import type { ExportCell, ExportSheet } from './sheet.ts';

/** Cells of a row under their heads. */
type Properties = Readonly<Record<string, ExportCell>>;
type Drawn = { id: (properties: Properties) => string; geometry: (properties: Properties) => Geometry | undefined };

type Written = {
  /** The field whose text names a feature. */
  id: string;
  /** GeoJSON texts, row by row; null where a row has none. */
  shapes: readonly (string | null)[];
};

/** A sheet as the text of a GeoJSON collection, longitude and latitude: one feature a row. What has no shape comes without geometry. */
export function toGeoJson({ fields, rows, about }: ExportSheet, { id, shapes }: Written): string {
  const features = rows.map((row, index) => {
    const properties = Object.fromEntries(fields.map(({ key }, column) => [key, row[column] ?? null]));
    const start = JSON.stringify({ type: 'Feature', id: String(properties[id]), properties });
    return `${start.slice(0, -1)},"geometry":${shapes[index] ?? 'null'}}`;
  });
  return `{"type":"FeatureCollection","features":[${features.join(',')}],"about":${JSON.stringify(Object.fromEntries(about))}}`;
}

/** The rows of a sheet as features, named and drawn by what they say. */
export function toFeatures({ fields, rows }: ExportSheet, { id, geometry }: Drawn): Feature[] {
  return rows.map((row): Feature => {
    const properties = Object.fromEntries(fields.map(({ key }, index) => [key, row[index] ?? null]));
    // A feature without a geometry is GeoJSON; the types know none.
    return { type: 'Feature', id: id(properties), properties, geometry: (geometry(properties) ?? null) as Geometry };
  });
}

/** The code in the field `pcode`. */
export function codeOf(properties: Properties): Pcode {
  return String(properties['pcode']);
}
