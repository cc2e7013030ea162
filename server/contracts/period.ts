import { z } from 'zod';
import { YEAR_FORM } from './lists.ts';

/** A calendar year, the period of every map. */
export const Year = z.string().regex(YEAR_FORM, 'a year has four digits');
export type Year = z.infer<typeof Year>;

/** A day as `YYYY-MM-DD` that exists in the calendar. */
export const Day = z.iso.date();
export type Day = z.infer<typeof Day>;
