import type { Queryable } from '../db/database.ts';
import type { StepRecord } from '../domain/records/record.ts';

/** Adds what became of older codes, as stated by one upload. */
export async function insertCrosswalkSteps(
  database: Queryable,
  { upload }: { upload: number },
  steps: readonly StepRecord[],
): Promise<void> {
  await database.copyIn(
    'crosswalk_step',
    ['upload', 'from_year', 'to_year', 'from_pcode', 'to_pcode', 'from_name', 'to_name', 'method', 'share'],
    steps.map(({ fromYear, toYear, fromPcode, toPcode, fromName, toName, method, share }) => [
      upload,
      fromYear,
      toYear,
      fromPcode,
      toPcode,
      fromName ?? '',
      toName ?? '',
      method,
      share,
    ]),
  );
}
