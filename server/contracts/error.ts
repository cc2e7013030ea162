import { z } from 'zod';

export const ErrorCode = z.enum([
  'bad-parameter',
  'cross-origin',
  'foreign-host',
  'internal',
  'not-found',
  'refused',
  'too-large',
  'unavailable',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

export const ErrorAnswer = z.object({
  error: z.object({
    code: ErrorCode,
    requestId: z.string(),
    /** Name of the query or path parameter at fault. */
    parameter: z.string().optional(),
  }),
});
export type ErrorAnswer = z.infer<typeof ErrorAnswer>;
