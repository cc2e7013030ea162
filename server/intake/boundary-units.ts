import type { MultiPolygon } from 'geojson';
import { BOUNDARY_LAYOUTS } from '../boundaries/index.ts';
import { type BoundaryLayout, type NamedPlace, type Reading, type ShapeCodes, textOf } from '../boundaries/layout.ts';
import type { Queryable } from '../db/database.ts';
import { knowsCoordinateSystem } from '../queries/knows-coordinate-system.ts';
import { type SoundShape, soundShapes } from '../queries/sound-shapes.ts';
import { ImportRefused, orRefuse } from './outcome.ts';
import type { Say } from './publish-edition.ts';
import type { SourceFile } from './read-table.ts';
import { readShapeSources, type ShapeSource } from './shape-sources.ts';

/** One unit of a boundaries file with its mended shape; `shape` null when it has no polygon. */
export type BoundaryUnit = {
  where: string;
  reading: Reading;
  shape: SoundShape | null;
  /** Identifier by which a codes file names the shape; undefined where it has none. */
  shapeId: string | undefined;
};
export type BoundaryFile = { layout: BoundaryLayout; crs: string; validFrom: string | undefined; units: BoundaryUnit[]; notes: string[] };

/** Reads a boundaries file of any known layout and makes its shapes valid, in WGS 84. Refuses what it cannot read. */
export async function readBoundaryFile(
  database: Queryable,
  { file, codes, say }: { file: SourceFile; codes: ShapeCodes | undefined; say: Say },
): Promise<BoundaryFile> {
  say(`Reading ${file.name}`);
  const { sources, notes } = orRefuse(await readShapeSources(file));
  const all = sources.flatMap(({ units }) => units);
  const layout = recognise(new Set(all.flatMap((unit) => Object.keys(unit.fields))), file.name);
  if (layout.needsCodes !== undefined && codes === undefined) throw new ImportRefused(`${layout.needsCodes}.`);
  for (const { epsg } of sources) {
    if (epsg === 4326 || (await knowsCoordinateSystem(database, epsg))) continue;
    throw new ImportRefused(`${file.name} declares the coordinate system EPSG:${epsg}, which is not known.`);
  }
  const drawn = all.reduce((count, { geometry }) => count + (geometry === null ? 0 : 1), 0);
  say(`Checking ${drawn.toLocaleString('en')} shapes`);
  const units: BoundaryUnit[] = [];
  for (const source of sources) {
    const shapeOf = await mend(database, source);
    for (const { where, fields, geometry } of source.units) {
      const shape = geometry === null ? null : (shapeOf.get(geometry) ?? null);
      units.push({ where, reading: layout.read(fields, codes), shapeId: textOf(fields, 'shapeID'), shape });
    }
  }
  return {
    layout,
    crs: [...new Set(sources.map(({ crs }) => crs))].join('; '),
    validFrom: sources
      .flatMap((source) => source.units.map(({ fields }) => layout.validFrom(fields, source.fileName)))
      .find((day) => day !== undefined),
    units,
    notes,
  };
}

async function mend(database: Queryable, { units, epsg }: ShapeSource): Promise<Map<MultiPolygon, SoundShape | undefined>> {
  const drawn = units.flatMap(({ geometry }) => (geometry === null ? [] : [geometry]));
  const sound = await soundShapes(database, drawn, epsg);
  return new Map(drawn.map((geometry, index) => [geometry, sound[index]]));
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
