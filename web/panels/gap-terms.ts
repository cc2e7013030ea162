import { GAP_FULL, GAP_WEIGHTS, type Gap, type PlaceProfile, type ValueState } from '@atlas/server/contracts';

type TermName = keyof typeof GAP_WEIGHTS;

/** A term of the score as it is shown: what was measured, where it is full, and what it adds. */
export type Term = {
  name: TermName;
  /** Part of the score, of at most `weight`. */
  points: number;
  weight: number;
  /** What was measured; undefined when no active network exists at all: the distance is then full. */
  measured: number | undefined;
  full: number;
  unit: 'per1000' | 'children' | 'meters' | 'months';
};

/** The three terms of a gap, in the order of the score's formula; their points add up to the score. */
export function toTerms({ terms, children, ratePer1000, nearestActiveMeters, monthsSinceAssessment }: Gap): Term[] {
  const need =
    ratePer1000 === null
      ? { measured: children, full: GAP_FULL.needChildren, unit: 'children' as const }
      : { measured: ratePer1000, full: GAP_FULL.needPer1000, unit: 'per1000' as const };
  return [
    { name: 'need', points: terms.need, weight: GAP_WEIGHTS.need, ...need },
    {
      name: 'distance',
      points: terms.distance,
      weight: GAP_WEIGHTS.distance,
      measured: nearestActiveMeters ?? undefined,
      full: GAP_FULL.distanceMeters,
      unit: 'meters',
    },
    {
      name: 'staleness',
      points: terms.staleness,
      weight: GAP_WEIGHTS.staleness,
      measured: monthsSinceAssessment,
      full: GAP_FULL.stalenessMonths,
      unit: 'months',
    },
  ];
}

export type NoGapReason = 'not-assessed' | 'none-found' | 'own-network' | 'in-reach' | 'unknown';

/** Why a commune is not in the gap list; asked only of communes that are not in it. */
export function whyNoGap(
  profile: Pick<PlaceProfile, 'networks' | 'nearestActive'>,
  children: { state: ValueState },
  reachMeters: number,
): NoGapReason {
  if (children.state === 'not-assessed') return 'not-assessed';
  if (children.state === 'zero') return 'none-found';
  if (profile.networks.some(({ status }) => status === 'active')) return 'own-network';
  if (profile.nearestActive !== null && profile.nearestActive.meters <= reachMeters) return 'in-reach';
  return 'unknown';
}
