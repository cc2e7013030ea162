import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { Piece } from './pieces.ts';
import { runOnShapes } from './shape-commands.ts';

/** Polygons of the districts and provinces at the source's own precision, dissolved from their pieces, by index in place order. */
export async function dissolveExactly(pieces: readonly Piece[]): Promise<Record<'district' | 'province', Map<number, MultiPolygon>>> {
  return { district: await dissolve(pieces, 'district'), province: await dissolve(pieces, 'province') };
}

export type Hole = { areaSquareKm: number; lng: number; lat: number };

/** Holes in the land that the pieces cover together, greatest first: a lake, or slivers between neighbours. */
export async function findHoles(pieces: readonly Piece[]): Promise<Hole[]> {
  if (pieces.length === 0) return [];
  const shapes = pieces.map(({ geometry }) => ({ geometry, properties: { place: 0 } }));
  const { features } = await runOnShapes<FeatureCollection<Polygon | MultiPolygon>>(shapes, {
    commands: '-dissolve place',
    output: 'format=geojson',
  });
  const rings = features.flatMap(({ geometry }) => toMultiPolygon(geometry).coordinates.flatMap((polygon) => polygon.slice(1)));
  return rings.map(toHole).sort((a, b) => b.areaSquareKm - a.areaSquareKm);
}

function toMultiPolygon(geometry: Polygon | MultiPolygon): MultiPolygon {
  return geometry.type === 'MultiPolygon' ? geometry : { type: 'MultiPolygon', coordinates: [geometry.coordinates] };
}

async function dissolve(pieces: readonly Piece[], level: 'district' | 'province'): Promise<Map<number, MultiPolygon>> {
  const parts = pieces.filter((piece) => piece[level] !== null);
  if (parts.length === 0) return new Map();
  const shapes = parts.map((piece) => ({ geometry: piece.geometry, properties: { place: piece[level] } }));
  const { features } = await runOnShapes<FeatureCollection<Polygon | MultiPolygon, { place: number }>>(shapes, {
    commands: '-dissolve place',
    output: 'format=geojson',
  });
  return new Map(features.map(({ geometry, properties }) => [properties.place, toMultiPolygon(geometry)] as const));
}

/** Kilometres of one degree on a sphere of the earth's mean radius, 6,371 km. */
const KM_PER_DEGREE = 111.195;

/** Area and centroid of a small ring, on a plane that touches the earth at its middle: good to 1 % at Tonle Sap's size. */
function toHole(ring: readonly Position[]): Hole {
  const [baseLng = 0, baseLat = 0] = ring[0] ?? [];
  const middleLat = ring.reduce((sum, [, lat = 0]) => sum + lat, 0) / ring.length;
  const kmPerLng = KM_PER_DEGREE * Math.cos((middleLat * Math.PI) / 180);
  let [twiceArea, sumX, sumY] = [0, 0, 0];
  for (let index = 1; index < ring.length; index += 1) {
    const [x0, y0] = offset(ring[index - 1], baseLng, baseLat);
    const [x1, y1] = offset(ring[index], baseLng, baseLat);
    const cross = x0 * y1 - x1 * y0;
    twiceArea += cross;
    sumX += (x0 + x1) * cross;
    sumY += (y0 + y1) * cross;
  }
  if (twiceArea === 0) return { areaSquareKm: 0, lng: baseLng, lat: baseLat };
  return {
    areaSquareKm: (Math.abs(twiceArea) / 2) * kmPerLng * KM_PER_DEGREE,
    lng: baseLng + sumX / (3 * twiceArea),
    lat: baseLat + sumY / (3 * twiceArea),
  };
}

function offset(position: Position | undefined, baseLng: number, baseLat: number): [x: number, y: number] {
  const [lng = baseLng, lat = baseLat] = position ?? [];
  return [lng - baseLng, lat - baseLat];
}
