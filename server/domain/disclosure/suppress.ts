import { type Move, type Moves, openMoves } from './moves.ts';
import { at, cellValues, type ExactTable } from './table.ts';

export type Suppression = {
  /** One a cell: is it withheld? */
  withheld: readonly boolean[];
  /** Cells below the threshold. */
  sensitive: readonly number[];
};

export type SuppressionOptions = {
  /** Least value that is shown, and least width of what can be computed of a withheld cell. */
  threshold: number;
  /** Cells withheld from the start, whatever they hold. */
  alsoWithheld?: readonly number[];
  /** Called with the share of the work that is done; throw in it to cancel. */
  progress?: (share: number) => void;
};

type Attempt = { withheld: boolean[]; lost: number };
type Work = { table: ExactTable; values: readonly number[]; threshold: number; touches: (moves: readonly Move[]) => ReadonlySet<number> };

/**
 * Withholds every cell below the threshold, zeros too, and of the others as few as the linear program finds needed, so
 * that of no withheld cell an interval narrower than the threshold, or one that stays below it, can be computed. All
 * withheld cells are protected alike: who reads the release cannot tell the small ones from those that hide them.
 * Small tables are worked on in several orders, of which the one that withholds least is taken.
 * Throws when nothing that could be withheld protects a cell.
 */
export function suppress(table: ExactTable, { threshold, alsoWithheld = [], progress = () => {} }: SuppressionOptions): Suppression {
  const values = cellValues(table, table.truth);
  const sensitive = values.flatMap((value, cell) => (value < threshold ? [cell] : []));
  const forced = new Set([...sensitive, ...alsoWithheld, ...table.cells.flatMap((cell, index) => (cell.isNeverShown ? [index] : []))]);
  const work = { table, values, threshold, touches: cellsTouched(table) };
  const attempts = attemptsFor(table.cells.length);
  let best: Attempt | undefined;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = attemptInOrder(work, { forced, attempt, progress: (share) => progress((attempt + share) / attempts) });
    if (best === undefined || found.lost < best.lost) best = found;
  }
  return { withheld: best?.withheld ?? [], sensitive };
}

function attemptsFor(cells: number): number {
  if (cells <= 150) return 8;
  return cells <= 2500 ? 3 : 1;
}

function attemptInOrder(work: Work, given: { forced: ReadonlySet<number>; attempt: number; progress: (share: number) => void }): Attempt {
  const { table, values, threshold } = work;
  const { forced, attempt, progress } = given;
  const withheld = values.map((_, cell) => forced.has(cell));
  const moves = openMoves(table, table.truth, true);
  try {
    for (const cell of forced) moves.withhold(cell);
    const waiting = inOrder([...forced], values, attempt);
    const touched = new Map<number, ReadonlySet<number>>();
    for (let done = 0; done < waiting.length; done += 1) {
      progress((0.9 * done) / waiting.length);
      const cell = at(waiting, done);
      const protection = protect(moves, { cell, value: at(values, cell), threshold });
      if (protection === undefined) throw new Error(`nothing that could be withheld protects the cell "${table.cells[cell]?.key}"`);
      for (const opened of new Set(protection.flatMap((move) => move.opens))) {
        withheld[opened] = true;
        moves.withhold(opened);
        waiting.push(opened);
      }
      touched.set(cell, work.touches(protection));
    }
    const secondary = withheld.flatMap((isWithheld, cell) => (isWithheld && !forced.has(cell) ? [cell] : []));
    showAgain(work, { secondary, withheld, touched, moves });
    return { withheld, lost: withheld.reduce((lost, isWithheld, cell) => lost + (isWithheld ? weightOf(table, cell) : 0), 0) };
  } finally {
    moves.close();
  }
}

/** First the largest values first; then other orders, the same every time. */
function inOrder(cells: readonly number[], values: readonly number[], attempt: number): number[] {
  if (attempt === 1) return [...cells].sort((a, b) => at(values, a) - at(values, b) || a - b);
  if (attempt === 0) return [...cells].sort((a, b) => at(values, b) - at(values, a) || a - b);
  const mark = (cell: number) => Math.imul(cell + 1, 0x9e3779b1 + 2 * attempt * 0x85ebca6b) >>> 0;
  return [...cells].sort((a, b) => mark(a) - mark(b) || a - b);
}

type Found = { secondary: number[]; withheld: boolean[]; touched: Map<number, ReadonlySet<number>>; moves: Moves };

/** Shows cells again that turn out not to be needed, those first that are missed most. */
function showAgain({ table, values, threshold, touches }: Work, { secondary, withheld, touched, moves }: Found): void {
  const candidates = secondary.sort((a, b) => weightOf(table, b) - weightOf(table, a) || at(values, b) - at(values, a) || a - b);
  for (const cell of candidates) {
    moves.publish(cell);
    const found = new Map<number, ReadonlySet<number>>();
    const needing = [...touched].filter(([other, cells]) => other !== cell && cells.has(cell));
    const isFree = needing.every(([other]) => {
      const protection = protect(moves, { cell: other, value: at(values, other), threshold });
      if (protection === undefined || protection.some((move) => move.opens.length > 0)) return false;
      found.set(other, touches(protection));
      return true;
    });
    if (!isFree) {
      moves.withhold(cell);
      continue;
    }
    withheld[cell] = false;
    touched.delete(cell);
    for (const [other, cells] of found) touched.set(other, cells);
  }
}

/** The cheapest moves that make the interval of a cell as wide as the threshold and reach it. */
function protect(moves: Moves, { cell, value, threshold }: { cell: number; value: number; threshold: number }): Move[] | undefined {
  let best: Move[] | undefined;
  for (const steps of waysToWiden(value, threshold)) {
    const found = steps.map((by) => moves.find(cell, by));
    if (found.some((move) => move === undefined)) continue;
    const way = found.filter((move) => move !== undefined);
    if (best === undefined || costOf(way) < costOf(best)) best = way;
    if (costOf(best) === 0) return best;
  }
  return best;
}

/** Changes of a cell that together span the threshold and reach it: all upwards, or as far down as there is, or both. */
function waysToWiden(value: number, threshold: number): number[][] {
  if (value === 0) return [[threshold]];
  if (value < threshold) return [[threshold], [-value, threshold - value]];
  const half = Math.ceil(threshold / 2);
  return [[-threshold], [threshold], [-half, threshold - half]];
}

function costOf(moves: readonly Move[]): number {
  return moves.reduce((cost, move) => cost + move.cost, 0);
}

function weightOf({ cells }: ExactTable, cell: number): number {
  return cells[cell]?.weight ?? 1;
}

/** Which cells a set of moves changes. */
function cellsTouched({ cells, counts }: ExactTable): (moves: readonly Move[]) => ReadonlySet<number> {
  const cellsOf: number[][] = Array.from({ length: counts }, () => []);
  for (const [index, cell] of cells.entries()) for (const position of cell.counts) cellsOf[position]?.push(index);
  return (moves) => {
    const touched = new Set<number>();
    for (const { changes } of moves) {
      const changed = new Map<number, number>();
      for (const [position, change] of changes) {
        for (const cell of cellsOf[position] ?? []) changed.set(cell, (changed.get(cell) ?? 0) + change);
      }
      for (const [cell, change] of changed) if (Math.abs(change) > 1e-6) touched.add(cell);
    }
    return touched;
  };
}
