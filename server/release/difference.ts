import type { ReleasedTable } from '../contracts/release.ts';
import { attack } from '../domain/disclosure/attack.ts';
import { toPublishedTable } from './released-shape.ts';

/**
 * Why a release may not stand beside an earlier one of the same year; undefined where it may. Whoever has both computes
 * their difference: children added or taken away. No change may be small, none may be computed to be, and no cell may be
 * withheld in one and shown in the other. Children are taken to have been only added, or only taken away: that is when
 * the most can be computed.
 */
export function differenceTrouble(earlier: ReleasedTable, later: ReleasedTable): string | undefined {
  if (earlier.edition !== later.edition || earlier.period !== later.period) return undefined;
  if (JSON.stringify(earlier.columns) === JSON.stringify(later.columns)) return undefined;
  const [before, after] = [toPublishedTable(earlier), toPublishedTable(later)];
  const isSameShape = JSON.stringify([before.cells, before.relations]) === JSON.stringify([after.cells, after.relations]);
  if (!isSameShape) return 'other communes were assessed than are known of this year';
  if (after.published.some((value, cell) => (value === undefined) !== (before.published[cell] === undefined))) {
    return 'a number is withheld in one and shown in the other';
  }
  const threshold = Math.max(earlier.threshold, later.threshold);
  const changes = after.published.map((value, cell) => (value === undefined ? undefined : value - (before.published[cell] ?? 0)));
  if (changes.some((change) => change !== undefined && change !== 0 && Math.abs(change) < threshold)) {
    return `a number changes by fewer than ${threshold} children`;
  }
  const sign = changes.some((change) => (change ?? 0) < 0) ? -1 : 1;
  if (changes.some((change) => (change ?? 0) * sign < 0)) return 'children were added in some places and taken away in others';
  // Factors hold at most the total in both, which says nothing of their changes.
  const relations = after.relations.filter(({ kind }) => kind === 'equal');
  const published = changes.map((change) => (change === undefined ? undefined : change * sign));
  const isComputed = attack({ ...after, relations, published }).some(({ least, most }) => most > 0 && most - least < threshold);
  return isComputed ? `a change of fewer than ${threshold} children could be computed` : undefined;
}
