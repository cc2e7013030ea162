import { z } from 'zod';
import { BORDER_COUNTRIES, CROSSING_STATUSES } from './lists.ts';
import { Day } from './period.ts';
import { WhereFrom } from './where-from.ts';

export const BorderCountry = z.enum(BORDER_COUNTRIES);
export type BorderCountry = z.infer<typeof BorderCountry>;

export const CrossingStatus = z.enum(CROSSING_STATUSES);
export type CrossingStatus = z.infer<typeof CrossingStatus>;

/** A named border crossing with its status on the date asked for; unknown when no source states it. */
export const Crossing = z.object({
  id: z.string(),
  nameEn: z.string(),
  nameKm: z.string(),
  oppositeName: z.string(),
  oppositeProvince: z.string(),
  country: BorderCountry,
  province: z.string(),
  category: z.enum(['international', 'local']),
  lng: z.number(),
  lat: z.number(),
  accuracy: z.string(),
  status: CrossingStatus,
  statusFrom: Day.nullable(),
  statusSource: z.string().nullable(),
  /** The upload that states it; null where the atlas came with it, or nobody states one. */
  statusUpload: WhereFrom.nullable(),
});
export type Crossing = z.infer<typeof Crossing>;
export const CrossingList = z.object({ on: Day, crossings: z.array(Crossing) });
export type CrossingList = z.infer<typeof CrossingList>;
