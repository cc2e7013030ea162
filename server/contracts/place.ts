import { z } from 'zod';
import { AdminLevel, Pcode } from './pcode.ts';

/** The gazetteer's own kind of a place. */
export const PlaceType = z.enum(['province', 'municipality-province', 'district', 'municipality', 'khan', 'commune', 'sangkat', 'village']);
export type PlaceType = z.infer<typeof PlaceType>;

/** The places of one level as columns, sorted by pcode. Index i is the id of the place in every other column. */
export const LevelColumns = z.object({
  pcodes: z.array(Pcode),
  namesEn: z.array(z.string()),
  /** Empty text where the source has no Khmer name. */
  namesKm: z.array(z.string()),
  /** Representative point inside the place, degrees, four decimals. */
  lngs: z.array(z.number()),
  lats: z.array(z.number()),
  /** One letter a place: `p` has a polygon; `a` has none, its point is approximate; `x` has neither (lng and lat are 0, draw nothing). */
  shapes: z.string(),
});
export type LevelColumns = z.infer<typeof LevelColumns>;

/** Content of an edition's places file. Its hash is the `placeOrder` every column answer names. */
export const PlaceColumns = z.object({ edition: z.string(), levels: z.record(AdminLevel, LevelColumns) });
export type PlaceColumns = z.infer<typeof PlaceColumns>;

/** A place found by search. */
export const PlaceMatch = z.object({
  pcode: Pcode,
  level: z.enum(['province', 'district', 'commune', 'village']),
  nameEn: z.string(),
  nameKm: z.string(),
  /** Names of the parents, province first. */
  parentsEn: z.array(z.string()),
  parentsKm: z.array(z.string()),
});
export type PlaceMatch = z.infer<typeof PlaceMatch>;
export const PlaceMatches = z.object({ matches: z.array(PlaceMatch) });
export type PlaceMatches = z.infer<typeof PlaceMatches>;
