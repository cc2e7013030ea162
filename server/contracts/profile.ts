import { z } from 'zod';
import { Network } from './network.ts';
import { Day, Year } from './period.ts';
import { PlaceMatch } from './place.ts';
import { ValueState } from './state.ts';
import { WhereFrom } from './where-from.ts';
import { Workshop } from './workshop.ts';

const ProfileValue = z.object({
  period: Year,
  state: ValueState,
  /** In the indicator's unit; present in state `value` only. */
  value: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
});

/** Everything the atlas knows of one place, for its panel. */
export const PlaceProfile = z.object({
  edition: z.string(),
  place: PlaceMatch.extend({ geometrySource: z.string().nullable(), lng: z.number().nullable(), lat: z.number().nullable() }),
  indicators: z.array(z.object({ indicator: z.string(), series: z.array(ProfileValue) })),
  /** Identified children of the period by risk factor, sex and age band; factors may overlap and never sum to the total. */
  composition: z.object({
    period: Year,
    byFactor: z.array(z.object({ code: z.string(), children: z.number() })),
    bySexAndAge: z.array(z.object({ sex: z.string(), ageBand: z.string(), children: z.number() })),
  }),
  lastAssessment: z
    .object({ workshopOn: Day, villagesCovered: z.number().int().nullable(), villagesTotal: z.number().int().nullable() })
    .nullable(),
  nearestActive: z.object({ network: z.string(), pcode: z.string(), meters: z.number().int() }).nullable(),
  networks: z.array(Network),
  /** Who runs what in the place, or in all of a wider place it lies in, on the day. */
  presence: z.array(
    z.object({
      pcode: z.string(),
      programme: z.string(),
      organisationEn: z.string(),
      organisationKm: z.string(),
      fromOn: Day,
      toOn: Day.nullable(),
    }),
  ),
  workshops: z.array(Workshop.omit({ lng: true, lat: true })),
  actions: z.array(
    z.object({
      priority: z.string(),
      owner: z.string(),
      dueOn: Day.nullable(),
      status: z.enum(['planned', 'under-way', 'done', 'dropped']),
    }),
  ),
  communes: z.object({ total: z.number().int(), assessed: z.number().int() }),
  /** What its numbers, networks, workshops and flows rest on, by subject or dataset; of one commune with the lines of the files. */
  sources: z.array(WhereFrom.extend({ subject: z.string() })),
});
export type PlaceProfile = z.infer<typeof PlaceProfile>;
