import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Pcode } from '../contracts/pcode.ts';
import type { ExportCell, ExportSheet } from './sheet.ts';

/** Cells of a row under their heads. */
type Properties = Readonly<Record<string, ExportCell>>;
type Drawn = { id: (properties: Properties) => string; geometry: (properties: Properties) => Geometry | undefined };

/**
 * A sheet as GeoJSON, longitude and latitude: one feature a row, by the code in the field `pcode`. A place without a polygon
 * comes as its point, or without geometry.
 */
export function toGeoJson(sheet: ExportSheet, shapes: ReadonlyMap<Pcode, Geometry>): FeatureCollection {
  const features = toFeatures(sheet, { id: codeOf, geometry: (properties) => shapes.get(codeOf(properties)) });
  return Object.assign({ type: 'FeatureCollection' as const, features }, { about: Object.fromEntries(sheet.about) });
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
