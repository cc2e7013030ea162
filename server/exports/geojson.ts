import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Pcode } from '../contracts/pcode.ts';
import type { ExportSheet } from './sheet.ts';

/**
 * A sheet as GeoJSON, longitude and latitude: one feature a row, by the code in the field `pcode`. A place without a polygon
 * comes as its point, or without geometry.
 */
export function toGeoJson(sheet: ExportSheet, shapes: ReadonlyMap<Pcode, Geometry>): FeatureCollection {
  const keys = sheet.fields.map(({ key }) => key);
  const features = sheet.rows.map((row): Feature => {
    const properties = Object.fromEntries(keys.map((key, index) => [key, row[index] ?? null]));
    const pcode = String(properties['pcode']);
    return { type: 'Feature', id: pcode, properties, geometry: (shapes.get(pcode) ?? null) as Geometry };
  });
  return Object.assign({ type: 'FeatureCollection' as const, features }, { about: Object.fromEntries(sheet.about) });
}
