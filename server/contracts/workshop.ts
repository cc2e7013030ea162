import { z } from 'zod';
import { WORKSHOP_TYPES } from './lists.ts';
import { Pcode } from './pcode.ts';
import { Day, Year } from './period.ts';

export { WORKSHOP_TYPES } from './lists.ts';

export const WorkshopType = z.enum(WORKSHOP_TYPES);
export type WorkshopType = z.infer<typeof WorkshopType>;

/** A workshop, shown at its commune's representative point. */
export const Workshop = z.object({
  code: z.string(),
  type: WorkshopType,
  themeEn: z.string(),
  themeKm: z.string(),
  startsOn: Day,
  endsOn: Day,
  pcode: Pcode,
  lng: z.number(),
  lat: z.number(),
  organiser: z.string(),
  audience: z.enum(['school', 'commune', 'authority']).nullable(),
  participants: z.record(z.string(), z.number().int()),
  trainedBy: z.string().nullable(),
});
export type Workshop = z.infer<typeof Workshop>;
export const WorkshopList = z.object({
  edition: z.string(),
  workshops: z.array(Workshop),
  withoutPoint: z.array(Workshop.omit({ lng: true, lat: true })),
});
export type WorkshopList = z.infer<typeof WorkshopList>;

/** Did a network follow the training? Communes with a ToT in the years asked for. */
export const TrainingFollowUp = z.object({
  edition: z.string(),
  from: Year,
  to: Year,
  /** A commune counts once, by its first ToT of the span. */
  communes: z.array(z.object({ pcode: Pcode, trainedOn: Day, activeNetwork: z.string().nullable(), activeOn: Day.nullable() })),
  trained: z.number().int(),
  /** Communes with an active network on some day of the 12 months after their training. */
  followed: z.number().int(),
  /** Communes whose 12 months are not over yet and that have no network so far: neither followed nor failed. */
  pending: z.number().int(),
});
export type TrainingFollowUp = z.infer<typeof TrainingFollowUp>;

const CampaignYear = z.object({
  year: Year,
  events: z.number().int(),
  /** A commune reached twice in a year counts once. */
  communes: z.number().int(),
  participants: z.number().int(),
  provinces: z.array(z.object({ pcode: Pcode, events: z.number().int(), communes: z.number().int(), participants: z.number().int() })),
});

/** The 12 December campaign of a year beside the year before, on one scale. */
export const Campaign = z.object({ edition: z.string(), year: CampaignYear, previous: CampaignYear });
export type Campaign = z.infer<typeof Campaign>;
