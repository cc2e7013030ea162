import type { BorderCountry } from '../contracts/crossing.ts';
import type { FlowBasis, FlowDirection } from '../contracts/flow.ts';
import type { Queryable } from '../db/database.ts';

export type NewFlow = {
  /** Code of the place in Cambodia people leave or return to. */
  origin: string;
  crossing: string;
  destinationCountry: BorderCountry;
  destinationProvince: string;
  direction: FlowDirection;
  period: string;
  children: number;
  adults: number;
  basis: FlowBasis;
  source: string;
};

/** Adds flows over the border, as stated by one upload. Throws when a crossing is unknown. */
export async function insertFlows(
  database: Queryable,
  { upload, edition }: { upload: number; edition: string },
  flows: Iterable<NewFlow>,
): Promise<void> {
  const rows = Array.from(flows, (flow) => [
    upload,
    edition,
    flow.origin,
    flow.crossing,
    flow.destinationCountry,
    flow.destinationProvince,
    flow.direction,
    flow.period,
    flow.children,
    flow.adults,
    flow.basis,
    flow.source,
  ]);
  await database.copyIn(
    'flow',
    [
      'upload',
      'edition',
      'origin',
      'crossing',
      'destination_country',
      'destination_province',
      'direction',
      'period',
      'children',
      'adults',
      'basis',
      'source',
    ],
    rows,
  );
}
