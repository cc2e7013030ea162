import { z } from 'zod';
import groups from './groups.json' with { type: 'json' };
import obligations from './obligations.json' with { type: 'json' };
import organisations from './organisations.json' with { type: 'json' };
import priorities from './priorities.json' with { type: 'json' };
import riskFactors from './risk-factors.json' with { type: 'json' };
import themes from './themes.json' with { type: 'json' };
import topics from './topics.json' with { type: 'json' };

const Term = z.strictObject({ code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), en: z.string().min(1), km: z.string().min(1) });
/** A code with its names. */
export type Term = z.infer<typeof Term>;

const Terms = z
  .array(Term)
  .min(1)
  .refine((terms) => new Set(terms.map(({ code }) => code)).size === terms.length, 'a code stands twice');

/** What children are at risk by; the commonest first. */
export const RISK_FACTORS: readonly Term[] = Terms.parse(riskFactors.terms);
export const GROUPS: readonly Term[] = Terms.parse(groups.terms);
export const TOPICS: readonly Term[] = Terms.parse(topics.terms);
export const OBLIGATIONS: readonly Term[] = Terms.parse(obligations.terms);
export const ORGANISATIONS: readonly Term[] = Terms.parse(organisations.terms);
export const THEMES: readonly Term[] = Terms.parse(themes.terms);
export const PRIORITIES: readonly Term[] = Terms.parse(priorities.terms);
