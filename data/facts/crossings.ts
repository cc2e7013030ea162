import { z } from 'zod';
import { BorderCountry, CrossingStatus } from '../../server/contracts/crossing.ts';
import { Day } from '../../server/contracts/period.ts';
import statusFile from './crossing-status.json' with { type: 'json' };
import crossingFile from './crossings.json' with { type: 'json' };

const CrossingFact = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  nameEn: z.string().min(1),
  nameKm: z.string().min(1),
  oppositeName: z.string().min(1),
  oppositeProvince: z.string().min(1),
  country: BorderCountry,
  province: z.string().regex(/^\d{2}$/),
  category: z.enum(['international', 'local']),
  lng: z.number(),
  lat: z.number(),
  anchor: z.string(),
  accuracy: z.string(),
});
export type CrossingFact = z.infer<typeof CrossingFact>;

const CrossingStatusFact = z.strictObject({
  crossing: z.string(),
  fromOn: Day,
  toOn: Day,
  status: CrossingStatus,
  source: z.string().min(1),
});
export type CrossingStatusFact = z.infer<typeof CrossingStatusFact>;

/** Named crossings of Cambodia's land borders. */
export const CROSSINGS: readonly CrossingFact[] = z.array(CrossingFact).parse(crossingFile.crossings);
export const CROSSINGS_SOURCE: string = crossingFile.source;

/** What sources state of them, each for the days they state it; every other day is unknown. */
export const CROSSING_STATUSES: readonly CrossingStatusFact[] = z.array(CrossingStatusFact).parse(statusFile.statuses);
