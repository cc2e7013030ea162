import { createRequire } from 'node:module';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Geometry } from 'geojson';
import type { SourceFile } from '../../server/intake/read-table.ts';

type Mapshaper = { applyCommands(commands: string, input: Record<string, string>): Promise<Record<string, Uint8Array | string>> };

/** The library belongs to the server; the tests borrow it to write what a desktop program would. */
const mapshaper = createRequire(new URL('../../server/package.json', import.meta.url))('mapshaper') as Mapshaper;

type Shape = { properties: object; geometry: Geometry | null };

/** The parts of a shapefile of these units, by their endings; `encoding` of its table, UTF-8 unless told. */
export async function shapefileParts(shapes: readonly Shape[], encoding = 'utf8'): Promise<Record<string, Uint8Array>> {
  const collection = { type: 'FeatureCollection', features: shapes.map((shape) => ({ type: 'Feature', ...shape })) };
  const commands = `-i shapes.json -o shapes.shp format=shapefile encoding=${encoding}`;
  const files = await mapshaper.applyCommands(commands, { 'shapes.json': JSON.stringify(collection) });
  return Object.fromEntries(
    Object.entries(files).map(([name, part]) => [name.split('.')[1] ?? name, typeof part === 'string' ? strToU8(part) : part]),
  );
}

/** A zip of a shapefile: its parts under one name. */
export function zipOf(parts: Readonly<Record<string, Uint8Array>>, name = 'communes'): SourceFile {
  return zipFile(Object.fromEntries(Object.entries(parts).map(([ending, part]) => [`${name}.${ending}`, part])));
}

export function zipFile(parts: Zippable): SourceFile {
  return { name: 'boundaries.zip', bytes: zipSync(parts) };
}
