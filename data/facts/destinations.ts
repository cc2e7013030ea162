import { z } from 'zod';
import { BorderCountry } from '../../server/contracts/crossing.ts';
import file from './destinations.json' with { type: 'json' };

const Destination = z.strictObject({ country: BorderCountry, province: z.string().min(1), lng: z.number(), lat: z.number() });
export type Destination = z.infer<typeof Destination>;

/** Points of the neighbours' provinces that people go to and return from, for arcs. */
export const DESTINATIONS: readonly Destination[] = z.array(Destination).parse(file.destinations);
