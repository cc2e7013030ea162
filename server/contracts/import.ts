import { z } from 'zod';
import { ColumnQuestion, PlaceQuestion } from './choices.ts';
import { FileNote } from './file-notes.ts';
import { ROW_ISSUES, type RowIssueCode } from './row-issues.ts';

/** A unit of a source file that could not be taken, and why. */
const Issue = z.object({
  column: z.string().nullable(),
  issue: z.enum(Object.keys(ROW_ISSUES) as [RowIssueCode, ...RowIssueCode[]]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const Reject = z.object({
  where: z.string(),
  code: z.string().nullable(),
  name: z.string().nullable(),
  reason: z.string(),
  /** The reason in parts, for a reader of another language; reports of places have none. */
  issues: z.array(Issue).optional(),
});
export type Reject = z.infer<typeof Reject>;

const Named = z.object({ code: z.string(), name: z.string() });
const Successor = Named.extend({ to: z.string(), method: z.string() });

/** How the communes of boundaries and of a gazetteer go together. */
const Findings = z.object({
  /** Against the gazetteer: communes of the same code, polygons without a code of it, communes without a polygon of their code. */
  matched: z.number().int(),
  inFileOnly: z.array(Named),
  inGazetteerOnly: z.array(Named),
  renamed: z.array(z.object({ code: z.string(), from: z.string(), to: z.string() })),
  /** Of `inFileOnly`: those a crosswalk leads to a current commune, and those divided with no stated share. */
  resolvedByCrosswalk: z.array(Successor),
  split: z.array(Named),
  withoutPolygon: z.array(Named),
});
export type Findings = z.infer<typeof Findings>;

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
  ...Findings.shape,
  notes: z.array(z.string()),
});
export type PlacesReport = z.infer<typeof PlacesReport>;

/** How many places and periods: new, with other numbers than before, with the same, no longer stated. */
export const Changes = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  withdrawn: z.number().int(),
});
export type Changes = z.infer<typeof Changes>;

const NO_CHANGES: Changes = { added: 0, changed: 0, unchanged: 0, withdrawn: 0 };

const Cell = z.union([z.string(), z.number()]).nullable();

/**
 * What would change, place by place. `from` and `to` are the number a place is known by; null where it has none: nothing is
 * stated before what is `added` and after what is `withdrawn`, elsewhere only numbers split by age or sex.
 */
export const Preview = z.object({
  places: z.array(
    z.object({
      pcode: z.string(),
      period: z.string(),
      kind: z.enum(['added', 'changed', 'withdrawn']),
      from: z.number().nullable(),
      to: z.number().nullable(),
      /** Of a record: the cells that differ, by the key of their column; null is blank. */
      fields: z.array(z.object({ column: z.string(), from: Cell, to: Cell })).optional(),
    }),
  ),
  /** Totals of the places with such a number, of those the file speaks of; null where none of them has one. */
  provinces: z.array(z.object({ pcode: z.string(), from: z.number().nullable(), to: z.number().nullable() })),
  warnings: z.array(z.object({ pcode: z.string(), period: z.string(), warning: z.enum(['jump', 'no-longer-stated']) })),
  /** The heads of the file and what they were read as; only of an import. */
  columns: ColumnQuestion.optional(),
});
export type Preview = z.infer<typeof Preview>;

/** What the column `data` of a file begins with where its numbers are invented: such a file never comes in. */
export const DEMONSTRATION_MARK = 'Demonstration data';

/** Repairs made while cells were read: shown, never silent. */
export const REPAIRS = [
  'khmer-digits',
  'hidden-marks',
  'kh-prefix',
  'lost-zero',
  'thousands',
  'spreadsheet-day',
  'buddhist-year',
  'found-by-name',
  'found-by-similar-name',
  'found-by-choice',
  'found-by-point',
] as const;
export type Repair = (typeof REPAIRS)[number];

/** Name of a dataset: small letters, digits and hyphens. */
export const DATASET_FORM = /^[a-z][a-z0-9-]{0,40}$/;

/** Report of a dataset import: rows in = rows taken + rows rejected, each named. */
export const DatasetReport = z.object({
  /** The dataset, as the registry of `server/datasets` names it. */
  kind: z.string().regex(DATASET_FORM),
  /** Statements hold for a place and period, records for a key of their own. */
  keeps: z.enum(['statements', 'records']).default('statements'),
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
  changes: Changes.default(NO_CHANGES),
  /** Only of a dry run, which stores nothing: it holds numbers of single places, and reports are kept. */
  preview: Preview.optional(),
  /** Cells mended, by kind and column; `first` is where the first of them stands. */
  repairs: z.array(z.object({ repair: z.enum(REPAIRS), column: z.string(), cells: z.number().int(), first: z.string() })).default([]),
  /** Names that several communes bear, and which is meant. */
  questions: z.array(PlaceQuestion).default([]),
  /** Of a crosswalk that joins loaded editions. */
  findings: Findings.optional(),
  notes: z.array(z.string()),
  /** The notes in parts, for a reader of another language. */
  remarks: z.array(FileNote).default([]),
});
export type DatasetReport = z.infer<typeof DatasetReport>;

/** An upload in the history. */
export const Upload = z.object({
  id: z.number().int(),
  dataset: z.string(),
  source: z.string(),
  sha256: z.string(),
  uploadedAt: z.string(),
  uploadedBy: z.string(),
  state: z.enum(['committed', 'withdrawn']),
  withdrawnAt: z.string().nullable(),
  read: z.number().int().nullable(),
  taken: z.number().int().nullable(),
  places: z.number().int().nullable(),
  periods: z.array(z.string()),
});
export type Upload = z.infer<typeof Upload>;

export const UploadList = z.object({ uploads: z.array(Upload) });
export type UploadList = z.infer<typeof UploadList>;

/** The datasets that can come in from the page, in the order they are offered; names in both languages. */
export const DatasetList = z.object({
  datasets: z.array(
    z.object({
      id: z.string(),
      en: z.string(),
      km: z.string(),
      hasTemplate: z.boolean(),
      /** What must and may be said of a table beside the file. */
      options: z.array(z.string()),
      required: z.array(z.string()),
      isRegister: z.boolean(),
    }),
  ),
});
export type DatasetList = z.infer<typeof DatasetList>;

/** What came of taking an upload back: earlier numbers hold again, or nothing is stated any more. */
export const UndoReport = z.object({ upload: z.number().int(), dataset: z.string(), changes: Changes, preview: Preview.optional() });
export type UndoReport = z.infer<typeof UndoReport>;

export const ImportReport = z.union([PlacesReport, DatasetReport]);
export type ImportReport = z.infer<typeof ImportReport>;
