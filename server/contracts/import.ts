import { z } from 'zod';

/** A unit of a source file that could not be taken, and why. */
export const Reject = z.object({ where: z.string(), code: z.string().nullable(), name: z.string().nullable(), reason: z.string() });
export type Reject = z.infer<typeof Reject>;

const Named = z.object({ code: z.string(), name: z.string() });
const Successor = Named.extend({ to: z.string(), method: z.string() });

/** Report of a boundaries, gazetteer or crosswalk import. `read` = `taken` + `rejected.length`, always. */
export const PlacesReport = z.object({
  kind: z.enum(['boundaries', 'gazetteer', 'crosswalk']),
  edition: z.string(),
  layout: z.string(),
  read: z.number().int(),
  taken: z.number().int(),
  rejected: z.array(Reject),
  byLevel: z.record(z.string(), z.number().int()),
  madeValid: z.array(Named),
  crs: z.string().nullable(),
  holes: z.array(z.object({ areaSquareKm: z.number(), lng: z.number(), lat: z.number() })),
  duplicates: z.array(Named),
  /** Against the gazetteer: communes of the same code, polygons without a code of it, communes without a polygon of their code. */
  matched: z.number().int(),
  inFileOnly: z.array(Named),
  inGazetteerOnly: z.array(Named),
  renamed: z.array(z.object({ code: z.string(), from: z.string(), to: z.string() })),
  /** Of `inFileOnly`: those a crosswalk leads to a current commune, and those divided with no stated share. */
  resolvedByCrosswalk: z.array(Successor),
  split: z.array(Named),
  withoutPolygon: z.array(Named),
  notes: z.array(z.string()),
});
export type PlacesReport = z.infer<typeof PlacesReport>;

/** Report of a dataset import: rows in = rows taken + rows rejected, each named. */
export const DatasetReport = z.object({
  kind: z.enum(['vsnp-assessments', 'population', 'covariate', 'networks', 'workshops', 'flows']),
  edition: z.string(),
  upload: z.number().int().nullable(),
  read: z.number().int(),
  taken: z.number().int(),
  rejected: z.array(Reject),
  matchedDirectly: z.number().int(),
  matchedByCrosswalk: z.array(z.object({ code: z.string(), to: z.string() })),
  /** Rows kept under an older edition's code, because no crosswalk share leads further. */
  keptOnOlderEdition: z.array(z.object({ code: z.string(), edition: z.string() })),
  places: z.number().int(),
  periods: z.array(z.string()),
  /** True when these very bytes had been loaded before: nothing changed. */
  wasKnown: z.boolean(),
  notes: z.array(z.string()),
});
export type DatasetReport = z.infer<typeof DatasetReport>;

export const ImportReport = z.union([PlacesReport, DatasetReport]);
export type ImportReport = z.infer<typeof ImportReport>;
