import type { GeoJsonProperties, MultiPolygon, Polygon } from 'geojson';
import mapshaper from 'mapshaper';

export type Shape = { geometry: Polygon | MultiPolygon; properties: GeoJsonProperties };

/** Runs a mapshaper command line, without its input, on shapes held in memory, and parses the one file it writes. */
export async function runOnShapes<Parsed>(
  shapes: readonly Shape[],
  { commands = '', output }: { commands?: string; output: string },
): Promise<Parsed> {
  const collection = { type: 'FeatureCollection', features: shapes.map((shape) => ({ type: 'Feature', ...shape })) };
  const files = await mapshaper.applyCommands(`-i shapes.json ${commands} -o out.json ${output}`, {
    'shapes.json': JSON.stringify(collection),
  });
  const written = files['out.json'];
  if (written === undefined) throw new Error('the shapes could not be drawn: no file was written');
  return JSON.parse(typeof written === 'string' ? written : new TextDecoder().decode(written)) as Parsed;
}
