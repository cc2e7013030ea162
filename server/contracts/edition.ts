import { z } from 'zod';
import { EDITION_ID_FORM } from './lists.ts';
import { AdminLevel } from './pcode.ts';

export const EditionId = z.string().regex(EDITION_ID_FORM, 'an edition is named in small letters, digits and hyphens');
export type EditionId = z.infer<typeof EditionId>;

/** A file that never changes: its name holds the hash of its content. */
export const PublishedFile = z.object({ url: z.string(), hash: z.string(), bytes: z.number().int(), brotliBytes: z.number().int() });
export type PublishedFile = z.infer<typeof PublishedFile>;

/** Overview: simplified for the whole country. Full: every vertex of the source. */
export const GeometryDetail = z.enum(['overview', 'full']);
export type GeometryDetail = z.infer<typeof GeometryDetail>;

/** A dated set of places: codes, names and, where known, polygons. Demonstration and real editions never mix. */
export const Edition = z.object({
  id: EditionId,
  nameEn: z.string(),
  nameKm: z.string(),
  kind: z.enum(['gazetteer', 'boundaries', 'complete']),
  isDemonstration: z.boolean(),
  /** The edition a visitor sees first. */
  isDefault: z.boolean(),
  source: z.string(),
  licence: z.string(),
  validFrom: z.string(),
  /** west, south, east, north in degrees; null while no place has a polygon or point. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  counts: z.object({
    province: z.number().int(),
    district: z.number().int(),
    commune: z.number().int(),
    village: z.number().int(),
    communesWithoutPolygon: z.number().int(),
    /** Polygons drawn as land, because no current commune answers to them. */
    areasWithoutPlace: z.number().int(),
  }),
  /** Place columns (`PlaceColumns`); null until published. */
  places: PublishedFile.nullable(),
  /** TopoJSON by level and detail: one object named as the level; a geometry's id is its index in place order. */
  geometry: z.record(AdminLevel, z.record(GeometryDetail, PublishedFile)).nullable(),
});
export type Edition = z.infer<typeof Edition>;

export const EditionList = z.object({ editions: z.array(Edition) });
export type EditionList = z.infer<typeof EditionList>;
