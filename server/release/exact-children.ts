import type { CommuneCounts } from '../domain/disclosure/children-lattice.ts';
import type { ChildrenByPart } from '../queries/children-by-part.ts';

/**
 * Counts of each assessed commune as the lattice takes them. What is in no sex and age is `unstated`; where the parts hold
 * more than the total, which only shared numbers of older communes do by rounding, none is taken. A factor never holds
 * more than the total.
 */
export function toCommuneCounts(parts: readonly ChildrenByPart[]): CommuneCounts[] {
  return [...Map.groupBy(parts, ({ pcode }) => pcode)].map(([pcode, own]) => {
    const total = own.find((part) => part.sex === 'all' && part.ageBand === 'all' && part.category === 'all')?.children ?? 0;
    const stated = own.filter((part) => part.sex !== 'all' && part.ageBand !== 'all' && part.category === 'all');
    const sum = stated.reduce((added, { children }) => added + children, 0);
    const isSound = sum <= total;
    return {
      pcode,
      bySexAndAge: new Map(isSound ? stated.map(({ sex, ageBand, children }) => [`${sex} ${ageBand}`, children]) : []),
      unstated: isSound ? total - sum : total,
      byFactor: new Map(own.flatMap(({ category, children }) => (category === 'all' ? [] : [[category, Math.min(children, total)]]))),
    };
  });
}
