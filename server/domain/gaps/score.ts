import { GAP_FULL, GAP_WEIGHTS } from '../../contracts/gap.ts';

export type GapFacts = {
  children: number;
  ratePer1000: number | null;
  /** Null when no active network exists at all: the distance is then full. */
  nearestActiveMeters: number | null;
  monthsSinceAssessment: number;
};
export type GapTerms = { need: number; distance: number; staleness: number };

/**
 * Weighted terms of a commune's gap score; they add up to the score, which lies between 0 and 1.
 *
 * Need (0.5) is the rate of identified children over 30 per 1,000, or without a rate their number over 90.
 * Distance (0.3) is the way to the nearest active network over 30 km. Staleness (0.2) is the time since the last
 * assessment over 24 months. None goes above its full share.
 * @example 15 per 1,000, 20 km, 6 months: 0.5 x 15/30 + 0.3 x 20/30 + 0.2 x 6/24 = 0.25 + 0.2 + 0.05 = 0.5
 * @example 45 children without a rate, no active network, 30 months: 0.5 x 45/90 + 0.3 x 1 + 0.2 x 1 = 0.75
 */
export function toGapTerms({ children, ratePer1000, nearestActiveMeters, monthsSinceAssessment }: GapFacts): GapTerms {
  const need = ratePer1000 === null ? children / GAP_FULL.needChildren : ratePer1000 / GAP_FULL.needPer1000;
  const distance = nearestActiveMeters === null ? 1 : nearestActiveMeters / GAP_FULL.distanceMeters;
  return {
    need: weighted(GAP_WEIGHTS.need, need),
    distance: weighted(GAP_WEIGHTS.distance, distance),
    staleness: weighted(GAP_WEIGHTS.staleness, monthsSinceAssessment / GAP_FULL.stalenessMonths),
  };
}

/** Sum of the terms as they are shown, to three decimals. */
export function toGapScore({ need, distance, staleness }: GapTerms): number {
  return toThousandths(need + distance + staleness);
}

/**
 * Whole months from one day to a later one, days `YYYY-MM-DD`; 0 when the second is not later.
 * @example monthsBetween('2025-01-31', '2025-03-30') // 1
 */
export function monthsBetween(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
  return Math.max(0, months);
}

function weighted(weight: number, share: number): number {
  return toThousandths(weight * Math.min(1, share));
}

function toThousandths(number: number): number {
  return Math.round(number * 1000) / 1000;
}
