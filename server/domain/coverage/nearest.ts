export type PointPlace = { pcode: string; lng: number; lat: number };
export type CandidatePair = { from: PointPlace; to: PointPlace };

/** Candidates kept around the nearest: wider than the error of the flat measure, which stays below half a percent. */
const SLACK = 1.01;
/** Length of a degree of latitude over that of longitude at the equator, on WGS 84 between 10 and 15 degrees north. */
const LATITUDE_STRETCH = 0.9937;

/**
 * For each place the few targets that may be the nearest, by a flat measure good to half a percent: the exact,
 * geodesic distance is then needed for about one pair a place instead of all. A target at the place itself is its
 * only candidate.
 * @example nearestCandidates([a], [b at 10 km, c at 10.05 km, d at 11 km]) // a-b and a-c
 */
export function nearestCandidates(places: readonly PointPlace[], targets: readonly PointPlace[]): CandidatePair[] {
  return places.flatMap((from) => {
    const measures = targets.map((to) => flatDegrees(from, to));
    const limit = measures.reduce((least, measure) => Math.min(least, measure), Number.POSITIVE_INFINITY) * SLACK;
    return targets.filter((_, index) => (measures[index] ?? Number.POSITIVE_INFINITY) <= limit).map((to) => ({ from, to }));
  });
}

function flatDegrees(from: PointPlace, to: PointPlace): number {
  const midLatitude = ((from.lat + to.lat) / 2) * (Math.PI / 180);
  return Math.hypot((from.lng - to.lng) * Math.cos(midLatitude), (from.lat - to.lat) * LATITUDE_STRETCH);
}
