import type { MultiPolygon, Position } from 'geojson';

/** A square with its lower left corner at the given degrees. */
export function square(lng: number, lat: number, side = 0.1): MultiPolygon {
  return { type: 'MultiPolygon', coordinates: [[squareRing(lng, lat, side)]] };
}

function squareRing(lng: number, lat: number, side: number): Position[] {
  return [
    [lng, lat],
    [lng + side, lat],
    [lng + side, lat + side],
    [lng, lat + side],
    [lng, lat],
  ];
}
