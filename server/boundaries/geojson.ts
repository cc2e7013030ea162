import type { MultiPolygon, Position } from 'geojson';
import { z } from 'zod';
import type { Fields } from './layout.ts';

/** One feature: `geometry` is null when it has no polygon. Coordinates are in the file's own system. */
type ShapeUnit = { where: string; fields: Fields; geometry: MultiPolygon | null };
export type ShapeFile = {
  /** Where the units stand, for messages: the file, and the part or object of it. */
  where: string;
  /** EPSG number of the coordinates; 4326 for longitude and latitude. */
  epsg: number;
  /** The system as the file declares it, or what is taken without a declaration. */
  crs: string;
  units: ShapeUnit[];
  /** Units that are lines or points, which bound no place. */
  linesOrPoints: number;
};

const WrittenPosition = z.array(z.number()).min(2);
const Rings = z.array(z.array(WrittenPosition).min(4)).min(1);
const Geometry = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: Rings }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(Rings).min(1) }),
]);
const Collection = z.object({
  type: z.literal('FeatureCollection'),
  crs: z.object({ properties: z.object({ name: z.string() }) }).nullish(),
  features: z
    .array(z.object({ type: z.literal('Feature'), properties: z.record(z.string(), z.unknown()).nullable(), geometry: z.unknown() }))
    .min(1),
});

const LinesOrPoints = z.object({ type: z.enum(['Point', 'MultiPoint', 'LineString', 'MultiLineString']) });

/** Reads parsed GeoJSON with the legacy `crs` member honoured. Answers the reason, one sentence, when it is none. */
export function readGeoJson(content: unknown, fileName: string): ShapeFile | { reason: string } {
  const parsed = Collection.safeParse(content);
  if (!parsed.success) return { reason: `${fileName} is no GeoJSON collection of features.` };
  const declared = parsed.data.crs?.properties.name;
  const epsg = declared === undefined ? 4326 : epsgOf(declared);
  if (epsg === undefined) return { reason: `${fileName} declares the coordinate system "${declared}", which is not known.` };
  return {
    where: fileName,
    epsg,
    crs: declared ?? 'not declared, taken as longitude and latitude (WGS 84)',
    units: parsed.data.features.map(({ properties, geometry }, index) => ({
      where: `${fileName}, feature ${index + 1}`,
      fields: properties ?? {},
      geometry: toMultiPolygon(geometry),
    })),
    linesOrPoints: parsed.data.features.filter(({ geometry }) => LinesOrPoints.safeParse(geometry).success).length,
  };
}

/**
 * EPSG number of a declared coordinate system.
 * @example epsgOf('urn:ogc:def:crs:EPSG::32648') // 32648
 */
function epsgOf(name: string): number | undefined {
  if (/CRS:?84$/i.test(name)) return 4326;
  const digits = /EPSG:(?:[\d.]*:)?(\d{4,5})$/i.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function toMultiPolygon(written: unknown): MultiPolygon | null {
  const parsed = Geometry.safeParse(written);
  if (!parsed.success) return null;
  const { data } = parsed;
  const polygons = data.type === 'Polygon' ? [data.coordinates] : data.coordinates;
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring) => ring.map(toFlat))) };
}

/** Heights are dropped: the map has none. */
function toFlat([x = 0, y = 0]: readonly number[]): Position {
  return [x, y];
}
