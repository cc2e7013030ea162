import { z } from 'zod';
import { Pcode } from './pcode.ts';
import { Day, Year } from './period.ts';

export { GAP_FULL, GAP_WEIGHTS } from './lists.ts';

/** A commune with identified children and no active network in reach, with the terms of its score. */
export const Gap = z.object({
  rank: z.number().int(),
  pcode: Pcode,
  children: z.number().int(),
  /** Null without a denominator: need is then taken from the count alone. */
  ratePer1000: z.number().nullable(),
  /** Null when no active network exists at all. */
  nearestActiveMeters: z.number().int().nullable(),
  nearestActive: z.string().nullable(),
  networkStatus: z.enum(['dormant', 'none']),
  lastAssessedOn: Day,
  monthsSinceAssessment: z.number().int(),
  /** Weighted terms: they add up to the score. */
  terms: z.object({ need: z.number(), distance: z.number(), staleness: z.number() }),
  score: z.number(),
});
export type Gap = z.infer<typeof Gap>;

export const GapList = z.object({
  edition: z.string(),
  period: Year,
  province: Pcode.nullable(),
  reachMeters: z.number().int(),
  on: Day,
  gaps: z.array(Gap),
  /** Communes of the area asked for, and those of them nobody has assessed in the period: they are not in the list. */
  communes: z.number().int(),
  notAssessed: z.number().int(),
});
export type GapList = z.infer<typeof GapList>;
