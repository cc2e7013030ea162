import { z } from 'zod';
import { Year } from './period.ts';

const Text = z.object({ en: z.string().min(1), km: z.string().min(1) });

/** One file under `data/indicators/`: what is counted, over what, and how it is drawn. */
export const IndicatorFile = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: Text,
  /** Short unit after a number, for example "per 1,000 children". */
  unit: Text,
  /** One sentence: what the number says and what it does not. */
  description: Text,
  source: Text,
  /** A rate is drawn as choropleth, a count as proportional circles. */
  kind: z.enum(['rate', 'count']),
  /** Statements the numerator comes from: `vsnp-assessments` or `covariate:<id>`. */
  subject: z.string(),
  numerator: z.string(),
  /** `population` is the newest count of children not after the period; `same-statement` comes with the numerator. */
  denominator: z.object({ subject: z.enum(['population', 'same-statement']), measure: z.string(), ageBand: z.string() }).nullable(),
  /** 1000 for a rate per 1,000; 100 for a share in percent; 1 for a count. */
  per: z.number().positive(),
  decimals: z.number().int().min(0).max(3),
  /** Fixed lower edges of classes 2 to 5, locked across periods; null: computed once over all periods of the edition. */
  breaks: z.array(z.number().positive()).min(1).max(6).nullable(),
  palette: z.enum(['need', 'context']),
  order: z.number().int(),
});
export type IndicatorFile = z.infer<typeof IndicatorFile>;

/** An indicator as the map offers it in one edition. */
export const Indicator = IndicatorFile.extend({
  /** Years that have at least one statement, oldest first. */
  periods: z.array(Year),
  /** Lower edges of the classes after the first, in the indicator's unit; locked across periods and levels. */
  breaks: z.array(z.number()),
  /** Largest value of all periods and levels: top of the circle scale. */
  maximum: z.number(),
});
export type Indicator = z.infer<typeof Indicator>;
export const IndicatorList = z.object({ edition: z.string(), indicators: z.array(Indicator) });
export type IndicatorList = z.infer<typeof IndicatorList>;
