import { z } from 'zod';

/** What tells an answer that is kept: the head of a column in files of a dataset, or the communes that bear one name, by blanks. */
export const RememberedAnswer = z.union([
  z.strictObject({ dataset: z.string().min(1).max(100), head: z.string().min(1).max(200) }),
  z.strictObject({
    among: z
      .string()
      .regex(/^\d{6}( \d{6})+$/)
      .max(500),
  }),
]);
export type RememberedAnswer = z.infer<typeof RememberedAnswer>;

const Text = z.object({ en: z.string(), km: z.string() });

/** The answers that are kept for later files. */
export const RememberedList = z.object({
  /** The column that a head stands for, by its name. */
  columns: z.array(z.object({ dataset: z.string(), head: z.string(), column: Text })),
  places: z.array(z.object({ among: z.array(z.string()), meant: z.string() })),
});
export type RememberedList = z.infer<typeof RememberedList>;
