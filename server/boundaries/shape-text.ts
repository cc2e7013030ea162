import { readGeoJson, type ShapeFile } from './geojson.ts';
import { isTopology, readTopoJson } from './topojson.ts';

/**
 * Reads a text of shapes: one collection of GeoJSON, or the objects of a TopoJSON, each a collection. Answers the reason,
 * one sentence, when it is neither.
 */
export function readShapeText(text: string, fileName: string): ShapeFile[] | { reason: string } {
  const content = parseJson(text);
  if (isTopology(content)) return readTopoJson(content, fileName);
  if (Array.isArray(content)) {
    return { reason: `${fileName} is a list of records without shapes; a list of places is loaded with "atlas import gazetteer".` };
  }
  const read = readGeoJson(content, fileName);
  return 'reason' in read ? read : [read];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
