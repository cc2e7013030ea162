import { z } from 'zod';
import { EditionId } from './edition.ts';
import { AdminLevel, Pcode } from './pcode.ts';
import { Year } from './period.ts';

/** Below this no threshold of a release may lie. */
export const LEAST_THRESHOLD = 5;
/** Letters of a released column: a value, withheld to protect children, nobody has assessed the place. */
export const RELEASED_LETTERS = { value: 'v', withheld: 'w', 'not-assessed': 'n' } as const;

const Threshold = z.number().int().min(LEAST_THRESHOLD);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One breakdown of a level: a letter a place, and the values of those that show one, in place order. */
export const ReleasedColumn = z.object({
  level: z.enum(['country', ...AdminLevel.options]),
  sex: z.enum(['all', 'female', 'male']),
  ageBand: z.string(),
  factor: z.string(),
  states: z.string().regex(/^[vwn]*$/),
  values: z.array(z.number().int().nonnegative()),
});
export type ReleasedColumn = z.infer<typeof ReleasedColumn>;

/** Identified children of a year, as far as they may be shown. */
export const ReleasedTable = z.object({
  edition: EditionId,
  period: Year,
  threshold: Threshold,
  ageBands: z.array(z.string()),
  /** Risk factors; one child may count under several, none under more than there are children. */
  factors: z.array(z.string()),
  places: z.record(AdminLevel, z.array(Pcode)),
  /**
   * Were sex and age not stated of every child somewhere in the country? Otherwise they add up to the total. Where is not
   * said: it would tell that there is a child.
   */
  isPartlyStated: z.boolean(),
  /** Communes whose number of children living there is known; a column with the factor `rated` holds those identified in them. */
  rated: z.array(Pcode),
  columns: z.array(ReleasedColumn),
});
export type ReleasedTable = z.infer<typeof ReleasedTable>;

/** Counts of the registers that never leave below province: one letter and value a province, and the country's. */
export const ReleasedRegister = z.object({
  edition: EditionId,
  period: Year,
  threshold: Threshold,
  provinces: z.array(Pcode),
  measures: z.array(
    z.object({ measure: z.string(), country: z.number().int().nullable(), states: z.string(), values: z.array(z.number().int()) }),
  ),
});
export type ReleasedRegister = z.infer<typeof ReleasedRegister>;

const Changes = z.array(z.number().int());

/**
 * Proof for one table of a release. `base` is a table of whole counts that agrees with all that is published and is not
 * the true one; `witnesses` gives of each withheld cell (column, place) two tables as changes of it, position and change
 * in turn, in which the cell lies a threshold apart and reaches it.
 */
export const Certificate = z.object({
  file: z.string(),
  threshold: Threshold,
  base: z.array(z.number().int().nonnegative()),
  witnesses: z.array(z.tuple([z.number().int(), z.number().int(), Changes, Changes])),
});
export type Certificate = z.infer<typeof Certificate>;

export const ReleaseFile = z.object({ name: z.string(), kind: z.string(), sha256: Sha256, bytes: z.number().int() });
export type ReleaseFile = z.infer<typeof ReleaseFile>;

/** What a release is made of. Its name is the beginning of its own hash. */
export const ReleaseManifest = z.object({
  format: z.literal(1),
  edition: z.object({
    id: EditionId,
    nameEn: z.string(),
    nameKm: z.string(),
    isDemonstration: z.boolean(),
    source: z.string(),
    licence: z.string(),
    validFrom: z.string(),
  }),
  period: Year,
  threshold: Threshold,
  /** The rule by which numbers are withheld: it is no secret. */
  rule: z.object({ en: z.string(), km: z.string() }),
  sources: z.array(z.string()),
  files: z.array(ReleaseFile),
});
export type ReleaseManifest = z.infer<typeof ReleaseManifest>;

/** A release's name: 16 hexadecimal digits. */
export const ReleaseId = z.string().regex(/^[0-9a-f]{16}$/);
export const ReleaseEntry = z.object({ id: ReleaseId, edition: EditionId, period: Year, threshold: Threshold, isCurrent: z.boolean() });
export type ReleaseEntry = z.infer<typeof ReleaseEntry>;
