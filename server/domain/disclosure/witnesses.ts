import { openPublished } from './attack.ts';
import { type Moves, openMoves } from './moves.ts';
import { at, cellValues, type PublishedTable } from './table.ts';

/** Changes that lead from the base table to another one: position of a count and its whole change. */
export type Changes = readonly (readonly [position: number, change: number])[];

/** Two tables that agree with all that is published and differ in a withheld cell: the base table with these changes. */
type Witness = { cell: number; low: Changes; high: Changes };

/** `base` is a table that agrees with what is published; `unproven` are the cells for which no two tables were found. */
export type Witnesses = { base: readonly number[]; witnesses: readonly Witness[]; unproven: readonly number[] };

/**
 * Looks for whole-number tables that show of every withheld cell that it may lie at two values at least `threshold` apart,
 * the higher of which reaches it. Reads what is published and nothing else, so the true table has no part in it.
 */
export function findWitnesses(table: PublishedTable, threshold: number, progress: (share: number) => void = () => {}): Witnesses {
  const base = wholeTable(table);
  const values = cellValues(table, base);
  const withheld = table.cells.flatMap((_, cell) => (table.published[cell] === undefined ? [cell] : []));
  const moves = openMoves(table, base, false);
  try {
    for (const cell of withheld) moves.withhold(cell);
    const found = withheld.map((cell, index) => {
      progress(index / withheld.length);
      return widen(moves, { cell, value: at(values, cell), threshold });
    });
    return {
      base,
      witnesses: found.filter((witness) => witness !== undefined),
      unproven: withheld.filter((_, index) => found[index] === undefined),
    };
  } finally {
    moves.close();
  }
}

/** A table of whole counts that agrees with what is published. Throws when there is none. */
function wholeTable(table: PublishedTable): number[] {
  const program = openPublished(table);
  try {
    const found = program.minimise();
    if (found?.every(isWhole)) return Array.from(found, Math.round);
    program.demandWhole('all');
    const whole = program.minimise();
    if (whole === undefined) throw new Error('no table of whole counts agrees with what is published');
    return Array.from(whole, Math.round);
  } finally {
    program.close();
  }
}

function widen(moves: Moves, { cell, value, threshold }: { cell: number; value: number; threshold: number }): Witness | undefined {
  // All the way down or up first; else every other way to part the threshold, of which the higher table must reach it.
  const parts = [...new Set([Math.min(value, threshold), 0, ...Array.from({ length: threshold }, (_, part) => part)])];
  const ways = parts.filter((part) => part <= value).map((part) => [-part, Math.max(threshold - part, threshold - value, 0)] as const);
  for (const [low, high] of ways) {
    const lowChanges = wholeMove(moves, cell, low);
    const highChanges = lowChanges && wholeMove(moves, cell, high);
    if (lowChanges && highChanges) return { cell, low: lowChanges, high: highChanges };
  }
  return undefined;
}

function wholeMove(moves: Moves, cell: number, by: number): Changes | undefined {
  if (by === 0) return [];
  const move = moves.find(cell, by);
  if (move === undefined) return undefined;
  if (move.changes.every(([, change]) => isWhole(change))) return move.changes.map(([position, change]) => [position, Math.round(change)]);
  moves.demandWhole(true);
  const whole = moves.find(cell, by);
  moves.demandWhole(false);
  return whole?.changes.map(([position, change]) => [position, Math.round(change)]);
}

function isWhole(number: number): boolean {
  return Math.abs(number - Math.round(number)) < 1e-6;
}
