import { z } from 'zod';
import { Day } from './period.ts';

/**
 * Where a number is from: the upload that said it, the day it came in (Cambodia's), the first characters of its file's
 * hash and the lines or rows of the file; no lines where too many speak of it, or where nothing was written in a file.
 */
export const WhereFrom = z.object({
  source: z.string(),
  uploadedOn: Day,
  upload: z.number().int(),
  file: z.string(),
  /** Some of it was divided by a crosswalk's shares, or is said to be an estimate. */
  isEstimated: z.boolean(),
  writtenIn: z.array(z.string()),
});
export type WhereFrom = z.infer<typeof WhereFrom>;
