import type { Gap } from '../../contracts/gap.ts';
import { isInReach, type ReachedCommune } from '../coverage/coverage.ts';
import { monthsBetween, toGapScore, toGapTerms } from './score.ts';

type NeedOfCommune = { children: number; assessedOn: string };
export type GapsAsked = {
  on: string;
  reachMeters: number;
  /** Identified children of the period, by commune; a commune that is not there was not assessed. */
  needs: ReadonlyMap<string, NeedOfCommune>;
  /** Children living in the commune, where known. */
  populations: ReadonlyMap<string, number>;
};

/**
 * Communes with identified children and no active network in reach, the greatest gap first; equal scores go by the
 * number of children, then by code.
 */
export function toGaps(communes: readonly ReachedCommune[], { on, reachMeters, needs, populations }: GapsAsked): Gap[] {
  return communes
    .flatMap((commune): Omit<Gap, 'rank'>[] => {
      const need = needs.get(commune.pcode);
      if (need === undefined || need.children === 0 || commune.status === 'active' || isInReach(commune, reachMeters)) return [];
      const population = populations.get(commune.pcode);
      const facts = {
        children: need.children,
        ratePer1000: population === undefined || population === 0 ? null : Math.round((need.children / population) * 10_000) / 10,
        nearestActiveMeters: commune.nearest?.meters ?? null,
        monthsSinceAssessment: monthsBetween(need.assessedOn, on),
      };
      const terms = toGapTerms(facts);
      return [
        {
          pcode: commune.pcode,
          ...facts,
          nearestActive: commune.nearest?.network ?? null,
          networkStatus: commune.status,
          lastAssessedOn: need.assessedOn,
          terms,
          score: toGapScore(terms),
        },
      ];
    })
    .sort((a, b) => b.score - a.score || b.children - a.children || (a.pcode < b.pcode ? -1 : 1))
    .map((gap, index) => ({ rank: index + 1, ...gap }));
}
