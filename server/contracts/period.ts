import { z } from 'zod';

/** A calendar year, the period of every map. */
export const Year = z.string().regex(/^(19|20)\d{2}$/, 'a year has four digits');
export type Year = z.infer<typeof Year>;

/** A day as `YYYY-MM-DD` that exists in the calendar. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;
