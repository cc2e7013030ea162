import { openProgram, type Row, UNLIMITED } from './solver.ts';
import { at, cellValues, sumOf, type TableShape } from './table.ts';

/** A change from one table to another that agrees with the same published cells. */
export type Move = {
  /** Changed counts: position and change. */
  changes: readonly (readonly [position: number, change: number])[];
  /** Published cells that would have to be withheld for it; none where it is free. */
  opens: readonly number[];
  /** What is lost with these. */
  cost: number;
};

export type Moves = {
  withhold(cell: number): void;
  publish(cell: number): void;
  /**
   * The cheapest move that changes a withheld cell by at least `by` (at most, where `by` is negative); undefined when no
   * table of counts allows it.
   */
  find(cell: number, by: number): Move | undefined;
  /** Asks for whole moves from now on, or no longer. */
  demandWhole(isWanted: boolean): void;
  close(): void;
};

/** What a changed count costs beside a published cell: of two free moves the smaller is taken. */
const CHANGE_COST = 1e-4;
const TOLERANCE = 1e-6;
/** Of two cells equally missed the one with the smaller value is withheld. */
const VALUE_COST = 1e-4;
const MOST_VALUE = 1000;

/**
 * Opens the moves away from a table. With `mayOpen` a move may change published cells at the cost of withholding them;
 * without, it changes none.
 */
export function openMoves(shape: TableShape, base: readonly number[], mayOpen: boolean): Moves {
  const { counts, cells, relations } = shape;
  const openable = mayOpen ? cells.length : 0;
  const size = 2 * counts + 2 * openable;
  const openingCosts = cellValues(shape, base).map((value, cell) => weightOf(shape, cell) * (1 + VALUE_COST * Math.min(value, MOST_VALUE)));
  const columns = {
    cost: Array.from({ length: size }, (_, column) => (column < 2 * counts ? CHANGE_COST : at(openingCosts, (column - 2 * counts) >> 1))),
    lower: new Array<number>(size).fill(0),
    upper: Array.from({ length: size }, (_, column) => (column < counts || column >= 2 * counts ? UNLIMITED : at(base, column - counts))),
  };
  const cellRows = cells.map((cell, index): Row => {
    const opening = mayOpen ? [2 * counts + 2 * index, 2 * counts + 2 * index + 1] : [];
    return {
      columns: [...cell.counts, ...cell.counts.map((position) => counts + position), ...opening],
      coefficients: [...cell.counts.map(() => 1), ...cell.counts.map(() => -1), ...(mayOpen ? [-1, 1] : [])],
      lower: 0,
      upper: 0,
    };
  });
  const relationRows = relations.map(({ kind, counts: sum, others }): Row => {
    const signs = [...sum.map(() => 1), ...others.map(() => -1)];
    const positions = [...sum, ...others];
    return {
      columns: [...positions, ...positions.map((position) => counts + position)],
      coefficients: [...signs, ...signs.map((sign) => -sign)],
      lower: kind === 'equal' ? 0 : -UNLIMITED,
      upper: kind === 'equal' ? 0 : sumOf(others, base) - sumOf(sum, base),
    };
  });
  const program = openProgram(columns, [...cellRows, ...relationRows]);
  const free = (cell: number) => program.boundRow(cell, -UNLIMITED, UNLIMITED);
  const allowOpening = (cell: number, isAllowed: boolean) => {
    if (!mayOpen) return;
    for (const side of [0, 1]) program.boundColumn(2 * counts + 2 * cell + side, 0, isAllowed ? UNLIMITED : 0);
  };
  return {
    withhold(cell) {
      free(cell);
      allowOpening(cell, false);
    },
    publish(cell) {
      program.boundRow(cell, 0, 0);
      allowOpening(cell, true);
    },
    find(cell, by) {
      program.boundRow(cell, by > 0 ? by : -UNLIMITED, by > 0 ? UNLIMITED : by);
      const solution = program.minimise();
      free(cell);
      return solution && toMove(shape, solution, openable);
    },
    demandWhole: (isWanted) => program.demandWhole(isWanted ? 'all' : 'none'),
    close: program.close,
  };
}

function toMove(shape: TableShape, solution: Float64Array, openable: number): Move {
  const { counts } = shape;
  const changes: [number, number][] = [];
  for (let position = 0; position < counts; position += 1) {
    const change = at(solution, position) - at(solution, counts + position);
    if (Math.abs(change) > TOLERANCE) changes.push([position, change]);
  }
  const opens: number[] = [];
  let cost = 0;
  for (let cell = 0; cell < openable; cell += 1) {
    if (at(solution, 2 * counts + 2 * cell) + at(solution, 2 * counts + 2 * cell + 1) <= TOLERANCE) continue;
    opens.push(cell);
    cost += weightOf(shape, cell);
  }
  return { changes, opens, cost };
}

function weightOf({ cells }: TableShape, cell: number): number {
  return cells[cell]?.weight ?? 1;
}
