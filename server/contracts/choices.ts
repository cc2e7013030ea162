import { z } from 'zod';
import { Pcode } from './pcode.ts';

/** The commune that is meant by a name which several bear; without `among`, of whatever several it is one. */
const PlaceChoice = z.strictObject({ among: z.array(Pcode).max(60), meant: Pcode });

/** What whoever imports answered where a file left something open. */
export const Choices = z.strictObject({
  /** The head in the file of a column, by the column's key. */
  columns: z.record(z.string().regex(/^[a-z0-9-]{1,60}$/), z.string().min(1).max(200)).default({}),
  places: z.array(PlaceChoice).max(2000).default([]),
});
export type Choices = z.infer<typeof Choices>;

export const NO_CHOICES: Choices = { columns: {}, places: [] };

/** Several communes bear the name that rows of a file have; `meant` is the one taken for it, null where nobody said. */
export const PlaceQuestion = z.object({ among: z.array(Pcode), rows: z.number().int(), meant: Pcode.nullable() });
export type PlaceQuestion = z.infer<typeof PlaceQuestion>;

/** The heads of a file, and under which of them each column of the dataset was found. */
export const ColumnQuestion = z.object({
  heads: z.array(z.string()),
  columns: z.array(z.object({ key: z.string(), en: z.string(), km: z.string(), isRequired: z.boolean(), head: z.string().nullable() })),
});
export type ColumnQuestion = z.infer<typeof ColumnQuestion>;
