import { z } from 'zod';
import { AdminLevel } from './pcode.ts';
import { Year } from './period.ts';

export { type PlaceValue, toPlaceValues, toValueColumns } from './place-values.ts';

/** How many assessed communes are rated by a denominator of a year. */
export const DenominatorYear = z.object({ year: Year, communes: z.number().int() });
export type DenominatorYear = z.infer<typeof DenominatorYear>;

/** Values of one indicator, level and period as columns in the edition's place order. */
export const ValueColumns = z.object({
  edition: z.string(),
  indicator: z.string(),
  level: AdminLevel,
  period: Year,
  /** Hash of the places file whose order the columns follow. */
  placeOrder: z.string(),
  /** One state letter a place (`STATE_LETTERS`). */
  states: z.string(),
  /** Values of the places in state `value` only, in place order, in the indicator's unit and decimals. */
  values: z.array(z.number()),
  /**
   * Numerators of the places in state `value` or `no-denominator`, in place order; empty for a count. Of a value it is
   * the upper side of the rate: what was counted in communes without a denominator is not in it.
   */
  numerators: z.array(z.number()),
  /** Above commune level: how many communes of each place have a statement. Empty at commune level. */
  assessedCommunes: z.array(z.number().int()),
  /** Years of the denominators used, oldest first: each commune has its newest one. Empty for a count or when there is none. */
  denominatorYears: z.array(DenominatorYear),
  /** The whole edition, counted by commune. */
  summary: z.object({
    numerator: z.number(),
    assessed: z.number().int(),
    communes: z.number().int(),
    /** Newest day of a workshop of the period, `YYYY-MM-DD`; null when nothing is there or the source states no day. */
    newestOn: z.string().nullable(),
  }),
});
export type ValueColumns = z.infer<typeof ValueColumns>;

/**
 * What the rates of one indicator, level and period rest on, in place order: `y` marks who has a denominator, `values`
 * lists theirs. Above commune level it is the sum of the assessed communes that have one; a place that is not assessed
 * has none.
 */
export const DenominatorColumns = z.object({
  edition: z.string(),
  indicator: z.string(),
  level: AdminLevel,
  period: Year,
  /** Years they are of, as the values name them. */
  denominatorYears: z.array(DenominatorYear),
  placeOrder: z.string(),
  present: z.string(),
  values: z.array(z.number()),
});
export type DenominatorColumns = z.infer<typeof DenominatorColumns>;
