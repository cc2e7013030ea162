import { z } from 'zod';
import { Pcode } from './pcode.ts';
import { Day } from './period.ts';

export { COVERAGE_LETTERS } from './lists.ts';

/** Active: an activity in the 12 months before the date. Dormant: older or none. */
export const NetworkStatus = z.enum(['active', 'dormant']);
export type NetworkStatus = z.infer<typeof NetworkStatus>;

/** A Child Protection Network: counts only, never its members' names. */
export const Network = z.object({
  code: z.string(),
  pcode: Pcode,
  organisation: z.string(),
  foundedOn: Day,
  status: NetworkStatus,
  lastActivityOn: Day.nullable(),
  villagesCovered: z.number().int().nullable(),
  members: z.record(z.string(), z.number().int()),
  /** Null where nobody says how many: not zero. */
  childPeerEducators: z.number().int().nullable(),
});
export type Network = z.infer<typeof Network>;

export const Organisation = z.object({ id: z.string(), nameEn: z.string(), nameKm: z.string() });
export type Organisation = z.infer<typeof Organisation>;

export const NetworkList = z.object({ edition: z.string(), on: Day, networks: z.array(Network), organisations: z.array(Organisation) });
export type NetworkList = z.infer<typeof NetworkList>;

/** Coverage of all communes, in place order, on a date. */
export const Coverage = z.object({
  edition: z.string(),
  on: Day,
  organisation: z.string().nullable(),
  placeOrder: z.string(),
  /** One letter a commune: has an active network, only a dormant one, none (`COVERAGE_LETTERS`). */
  statuses: z.string(),
  /** Geodesic metres from the representative point to the nearest commune with an active network; -1 when there is no point or no network. */
  nearestActiveMeters: z.array(z.number().int()),
  /** Network code of that nearest one; empty text where there is none. */
  nearestActive: z.array(z.string()),
  reachMeters: z.number().int(),
  summary: z.object({
    active: z.number().int(),
    dormant: z.number().int(),
    communesInReach: z.number().int(),
    communes: z.number().int(),
    /** Identified high-risk children of the period, and those of them in communes within reach. */
    identified: z.number().int(),
    identifiedInReach: z.number().int(),
  }),
});
export type Coverage = z.infer<typeof Coverage>;
