import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** The polygons a reader of a published topology gets, in the order of its geometries. Throws on an empty one. */
export function decodeShapes(topology: Topology, collection: GeometryCollection): Feature<Polygon | MultiPolygon>[] {
  const { features } = feature(topology, collection) as FeatureCollection;
  return features.map((shape) => {
    if (shape.geometry === null || !isPolygonal(shape)) throw new Error('a published shape is no polygon');
    return shape;
  });
}

function isPolygonal(shape: Feature): shape is Feature<Polygon | MultiPolygon> {
  return shape.geometry.type === 'Polygon' || shape.geometry.type === 'MultiPolygon';
}
