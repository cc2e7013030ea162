import type { Pcode } from '../../contracts/pcode.ts';
import type { Observation, Statement } from './statement.ts';

/** The part of an older commune that became one of today; shares of a commune add up to 1. */
export type Share = { pcode: Pcode; share: number };

/**
 * What a statement about a commune that was divided says of each part, as an estimate: each number by its share, whole
 * numbers so that the parts add up to what was stated (the largest remainders get the rest). Of children identified only the
 * total is divided, for nobody knows which of them lived where; a plan goes to the largest part, so that no item is followed
 * up twice. How many villages were covered is not known of a part.
 * @example 7 children at 0.6 and 0.4: 4 and 3
 */
export function divideStatement(statement: Statement, shares: readonly Share[], totalOnly: string | undefined): Statement[] {
  const kept = statement.observations.filter((observation) => observation.measure !== totalOnly || isTotal(observation));
  const values = kept.map(({ value }) => shareOut(value, shares));
  const participants = Object.entries(statement.findings?.participants ?? {}).map(
    ([group, number]) => [group, shareOut(number, shares)] as const,
  );
  const largest = shares.reduce((best, { share }, index) => (share > (shares[best]?.share ?? 0) ? index : best), 0);
  return shares.map(({ pcode }, part) => ({
    ...statement,
    pcode,
    isEstimated: true,
    observations: kept.map((observation, index) => ({ ...observation, value: values[index]?.[part] ?? 0 })),
    findings:
      statement.findings === null
        ? null
        : {
            ...statement.findings,
            villagesCovered: null,
            villagesTotal: null,
            participants: Object.fromEntries(participants.map(([group, parts]) => [group, parts[part] ?? 0])),
            actions: part === largest ? statement.findings.actions : [],
          },
  }));
}

function isTotal({ sex, ageBand, category }: Observation): boolean {
  return sex === 'all' && ageBand === 'all' && category === 'all';
}

/** Divides a number by shares that add up to 1; a whole number into whole ones that add up to it. */
export function shareOut(value: number, shares: readonly Share[]): number[] {
  if (!Number.isInteger(value)) return shares.map(({ share }) => value * share);
  const parts = shares.map(({ share }, index) => ({ index, whole: Math.floor(value * share), rest: (value * share) % 1 }));
  const left = value - parts.reduce((sum, { whole }) => sum + whole, 0);
  const first = new Set(
    parts
      .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
      .slice(0, left)
      .map(({ index }) => index),
  );
  return parts.map(({ index, whole }) => whole + (first.has(index) ? 1 : 0));
}
