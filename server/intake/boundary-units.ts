import type { MultiPolygon } from 'geojson';
import { readGeoJson } from '../boundaries/geojson.ts';
import { BOUNDARY_LAYOUTS } from '../boundaries/index.ts';
import { type BoundaryLayout, type NamedPlace, type Reading, type ShapeCodes, textOf } from '../boundaries/layout.ts';
import type { Queryable } from '../db/database.ts';
import { knowsCoordinateSystem } from '../queries/knows-coordinate-system.ts';
import { type SoundShape, soundShapes } from '../queries/sound-shapes.ts';
import { ImportRefused, orRefuse } from './outcome.ts';
import type { Say } from './publish-edition.ts';
import type { SourceFile } from './read-table.ts';

/** One unit of a boundaries file with its mended shape; `shape` null when it has no polygon. */
export type BoundaryUnit = {
  where: string;
  reading: Reading;
  shape: SoundShape | null;
  /** Identifier by which a codes file names the shape; undefined where it has none. */
  shapeId: string | undefined;
};
export type BoundaryFile = { layout: BoundaryLayout; crs: string; validFrom: string | undefined; units: BoundaryUnit[] };

/** Larger files are refused: commune boundaries in full detail are tens of MB. */
const LARGEST_BYTES = 300_000_000;

/** Reads a boundaries file of any known layout and makes its shapes valid, in WGS 84. Refuses what it cannot read. */
export async function readBoundaryFile(
  database: Queryable,
  { file, codes, say }: { file: SourceFile; codes: ShapeCodes | undefined; say: Say },
): Promise<BoundaryFile> {
  say(`Reading ${file.name}`);
  if (file.bytes.byteLength > LARGEST_BYTES) throw new ImportRefused(`${file.name} is larger than 300 MB.`);
  const { epsg, crs, units } = orRefuse(readGeoJson(new TextDecoder().decode(file.bytes), file.name));
  const layout = recognise(new Set(units.flatMap((unit) => Object.keys(unit.fields))), file.name);
  if (layout.needsCodes !== undefined && codes === undefined) throw new ImportRefused(`${layout.needsCodes}.`);
  if (epsg !== 4326 && !(await knowsCoordinateSystem(database, epsg))) {
    throw new ImportRefused(`${file.name} declares the coordinate system EPSG:${epsg}, which is not known.`);
  }
  const drawn = units.flatMap(({ geometry }) => (geometry === null ? [] : [geometry]));
  say(`Checking ${drawn.length.toLocaleString('en')} shapes`);
  const sound = await soundShapes(database, drawn, epsg);
  const shapeOf = new Map<MultiPolygon, SoundShape | undefined>(drawn.map((geometry, index) => [geometry, sound[index]]));
  return {
    layout,
    crs,
    validFrom: units.map((unit) => layout.validFrom(unit.fields)).find((day) => day !== undefined),
    units: units.map(({ where, fields, geometry }) => ({
      where,
      reading: layout.read(fields, codes),
      shapeId: textOf(fields, 'shapeID'),
      shape: geometry === null ? null : (shapeOf.get(geometry) ?? null),
    })),
  };
}

function recognise(fields: ReadonlySet<string>, fileName: string): BoundaryLayout {
  const layout = BOUNDARY_LAYOUTS.find((candidate) => candidate.recognises(fields));
  if (layout !== undefined) return layout;
  const known = BOUNDARY_LAYOUTS.map((candidate) => candidate.name).join('; ');
  throw new ImportRefused(`${fileName} has the fields ${[...fields].join(', ')}, which no known layout has. Known are: ${known}.`);
}

/** Name of a place that a source knows by its code only, until a gazetteer names it. */
export function unnamedPlace(pcode: string): NamedPlace {
  return { pcode, nameEn: `${pcode.length === 2 ? 'Province' : pcode.length === 4 ? 'District' : 'Commune'} ${pcode}`, nameKm: '' };
}
