import type { Queryable } from '../db/database.ts';
import { queryDenominatorYears } from './denominator-years.ts';
import { queryDenominators } from './denominators.ts';

const CHILDREN = { measure: 'children', ageBand: '0-17' };

/**
 * Children under 18 living in each commune, in the edition's codes, of the newest population year not after the period;
 * communes without a figure are left out.
 */
export async function queryChildrenLiving(
  database: Queryable,
  { edition, period }: { edition: string; period: string },
): Promise<Map<string, number>> {
  const years = await queryDenominatorYears(database, { edition, ...CHILDREN });
  const newest = years.filter((year) => year <= period).slice(-1);
  const rows = await queryDenominators(database, { edition, ...CHILDREN, years: newest });
  return new Map(rows.map(({ pcode, value }) => [pcode, value]));
}
