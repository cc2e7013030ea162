import { z } from 'zod';
import { Pcode } from './pcode.ts';
import { Day } from './period.ts';
import { PlaceMatch } from './place.ts';

/** The commune that holds a point. */
export const PlaceAt = z.object({ edition: z.string(), place: PlaceMatch });
export type PlaceAt = z.infer<typeof PlaceAt>;

/** Places of the same level with a shared line of border. */
export const Neighbours = z.object({
  edition: z.string(),
  pcode: Pcode,
  /** False: the place has no polygon, so nobody can say who its neighbours are. */
  isDrawn: z.boolean(),
  neighbours: z.array(PlaceMatch),
});
export type Neighbours = z.infer<typeof Neighbours>;

/** The active network nearest to a place on a day. */
export const NearestNetwork = z.object({
  edition: z.string(),
  pcode: Pcode,
  on: Day,
  /** Null when the place has no point or no network is active on the day. */
  nearest: z.object({ network: z.string(), pcode: Pcode, meters: z.number().int() }).nullable(),
});
export type NearestNetwork = z.infer<typeof NearestNetwork>;

/** Communes within reach of a network, geodesic, the reach itself included. */
export const NetworkReach = z.object({
  edition: z.string(),
  network: z.string(),
  pcode: Pcode,
  reachMeters: z.number().int(),
  /** False: the network's commune has no point, so its reach is unknown. */
  isLocated: z.boolean(),
  communes: z.array(PlaceMatch.extend({ meters: z.number().int() })),
});
export type NetworkReach = z.infer<typeof NetworkReach>;
