import type { Queryable } from '../db/database.ts';
import type { FlowRecord } from '../domain/records/record.ts';

/** Adds flows over the border, as stated by one upload. Throws when a crossing is unknown. */
export async function insertFlows(
  database: Queryable,
  { upload, edition }: { upload: number; edition: string },
  flows: readonly FlowRecord[],
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
