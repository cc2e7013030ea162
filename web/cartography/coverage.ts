import { COVERAGE_LETTERS, type Coverage } from '@atlas/server/contracts';

/** Letter of a commune, by its index in place order: what networks it has of its own. */
export function letterAt({ statuses }: Pick<Coverage, 'statuses'>, id: unknown): string {
  return statuses[Number(id)] ?? COVERAGE_LETTERS.none;
}

/** Whether a commune lies within reach of an active network; one without a point lies in none. */
export function isInReach(
  { nearestActiveMeters, reachMeters }: Pick<Coverage, 'nearestActiveMeters' | 'reachMeters'>,
  id: number,
): boolean {
  const meters = nearestActiveMeters[id] ?? -1;
  return meters >= 0 && meters <= reachMeters;
}
