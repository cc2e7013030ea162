import { z } from 'zod';
import { BorderCountry } from './crossing.ts';
import { Pcode } from './pcode.ts';
import { Year } from './period.ts';
import { WhereFrom } from './where-from.ts';

export const FlowDirection = z.enum(['out', 'return']);
export type FlowDirection = z.infer<typeof FlowDirection>;
export const FlowBasis = z.enum(['recorded', 'estimated']);
export type FlowBasis = z.infer<typeof FlowBasis>;

/** People of one corridor (origin, crossing, destination) in one direction and year; recorded and estimated stay apart. */
export const Flow = z.object({
  origin: Pcode,
  crossing: z.string(),
  destinationCountry: BorderCountry,
  destinationProvince: z.string(),
  direction: FlowDirection,
  basis: FlowBasis,
  children: z.number().int(),
  adults: z.number().int(),
});
export type Flow = z.infer<typeof Flow>;

export const FlowList = z.object({
  edition: z.string(),
  period: Year,
  flows: z.array(Flow),
  sources: z.array(z.string()),
  /** The uploads these flows rest on; with the lines of their files where one crossing or one origin was asked for. */
  uploads: z.array(WhereFrom),
  /** Largest number of people of any corridor of any year at province level: top of the width scale, locked. */
  maximum: z.number().int(),
  /** Points of the destinations, for arcs. */
  destinations: z.array(z.object({ country: BorderCountry, province: z.string(), lng: z.number(), lat: z.number() })),
});
export type FlowList = z.infer<typeof FlowList>;
