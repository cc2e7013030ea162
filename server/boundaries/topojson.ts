import type { FeatureCollection, GeoJsonProperties } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { readGeoJson, type ShapeFile } from './geojson.ts';

/** Positions that the arcs of one file may unfold to: as many as the largest GeoJSON that is read holds. */
const MOST_POSITIONS = 10_000_000;

/** Does this say of itself that it is TopoJSON? */
export function isTopology(content: unknown): content is Topology {
  return typeof content === 'object' && content !== null && 'type' in content && content.type === 'Topology';
}

/**
 * Unfolds every object of a TopoJSON to polygons of its own, so that nothing is shared any more. An object of a single
 * shape is a collection of one. Answers the reason, one sentence, when arcs are missing or unfold to far too much.
 */
export function readTopoJson(topology: Topology, fileName: string): ShapeFile[] | { reason: string } {
  const files: ShapeFile[] = [];
  try {
    const objects = Object.values(topology.objects);
    if (objects.length === 0) return { reason: `${fileName} is TopoJSON without objects.` };
    const lengths = topology.arcs.map((arc) => arc.length);
    if (countPositions(objects, lengths) > MOST_POSITIONS) {
      return { reason: `${fileName} unfolds to more than ${MOST_POSITIONS.toLocaleString('en')} positions.` };
    }
    for (const [index, object] of objects.entries()) {
      const where = objects.length === 1 ? fileName : `${fileName}, object ${index + 1}`;
      const read = readGeoJson({ ...declaredCrs(topology), ...unfold(topology, object) }, where);
      if ('reason' in read) return { reason: read.reason.replace('GeoJSON', 'TopoJSON') };
      files.push(read);
    }
    return files;
  } catch {
    return { reason: `${fileName} is damaged TopoJSON: its shapes and its arcs do not fit.` };
  }
}

function unfold(topology: Topology, object: Topology['objects'][string]): FeatureCollection {
  const geometries = object.type === 'GeometryCollection' ? object.geometries : [object];
  const collection: GeometryCollection<GeoJsonProperties> = { type: 'GeometryCollection', geometries };
  return feature(topology, collection) as FeatureCollection;
}

/** The standard has no member for it; files made from GeoJSON may have kept that one. */
function declaredCrs(topology: Topology): { crs?: unknown } {
  return 'crs' in topology ? { crs: topology.crs } : {};
}

function countPositions(objects: readonly unknown[], lengths: readonly number[]): number {
  let count = 0;
  const waiting: unknown[] = [...objects];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'number') count += lengths[next < 0 ? ~next : next] ?? 0;
    else if (Array.isArray(next)) for (const part of next) waiting.push(part);
    else if (typeof next === 'object' && next !== null) {
      if ('geometries' in next) waiting.push(next.geometries);
      if ('arcs' in next) waiting.push(next.arcs);
    }
    if (count > MOST_POSITIONS) break;
  }
  return count;
}
