import type { Queryable } from '../db/database.ts';
import { queryDenominators } from './denominators.ts';

const CHILDREN = { measure: 'children', ageBand: '0-17' };

/**
 * Children under 18 living in each commune, in the edition's codes, of its newest population year not after the period;
 * communes without a figure are left out.
 */
export async function queryChildrenLiving(
  database: Queryable,
  { edition, period }: { edition: string; period: string },
): Promise<Map<string, number>> {
  const rows = await queryDenominators(database, { edition, ...CHILDREN, periods: [period] });
  return new Map(rows.map(({ pcode, value }) => [pcode, value]));
}
