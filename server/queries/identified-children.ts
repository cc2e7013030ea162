import type { Queryable } from '../db/database.ts';
import { queryIndicatorFigures } from './indicator-figures.ts';

export type IdentifiedChildren = { pcode: string; children: number; assessedOn: string };

/**
 * High-risk children identified in each assessed commune in a year, in the edition's codes. A commune that is not in
 * the answer was not assessed.
 */
export async function queryIdentifiedChildren(
  database: Queryable,
  asked: { edition: string; period: string; within?: string | undefined },
): Promise<IdentifiedChildren[]> {
  const figures = await queryIndicatorFigures(database, { ...asked, subject: 'vsnp-assessments', measure: 'high-risk-children' });
  return figures.map(({ pcode, numerator, statedOn }) => {
    if (statedOn === null) throw new Error('an assessment names no day of its workshop');
    return { pcode, children: numerator, assessedOn: statedOn };
  });
}
