import loadHighs from 'highs';

/** Columns of a linear program: cost and bounds of each unknown. */
export type Columns = { cost: number[]; lower: number[]; upper: number[] };
/** One row: coefficients by column, and what the sum may be. */
export type Row = { columns: readonly number[]; coefficients: readonly number[]; lower: number; upper: number };

export type Program = {
  /** What the sum of a row may be. */
  boundRow(row: number, lower: number, upper: number): void;
  boundColumn(column: number, lower: number, upper: number): void;
  cost(column: number, cost: number): void;
  /**
   * The values of all columns at the least cost, or undefined when nothing satisfies the rows. It starts from all columns at
   * their bounds, which is near where little changes, or from the last solution.
   */
  minimise(from?: 'start' | 'last'): Float64Array | undefined;
  /** Asks for whole numbers from now on, in all columns or the first few, or in none any longer. */
  demandWhole(columns: 'all' | 'none' | number): void;
  close(): void;
};

/** Numbers of the simplex methods in HiGHS. */
const DUAL = 1;
const PRIMAL = 4;

export const UNLIMITED = Number.POSITIVE_INFINITY;

const highs = await loadHighs();
const { optimal, infeasible, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;

/** Opens a program to be minimised; close it when done, its memory is not the garbage collector's. Throws on numbers that are none. */
export function openProgram({ cost, lower, upper }: Columns, rows: readonly Row[]): Program {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  const model = highs.raw.createModel();
  const set = (name: string, value: boolean | string | number) => demand(model.setOptionValue(name, value), name);
  set('output_flag', false);
  set('presolve', 'off');
  set('solver', 'simplex');
  set('random_seed', 1);
  const passed = model.passLp({
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: rows.map((row) => row.lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: rows.flatMap((row) => row.columns),
      values: rows.flatMap((row) => row.coefficients),
    },
  });
  demand(passed, 'model');
  let isWhole = false;
  return {
    boundRow: (row, low, high) => demand(model.changeRowBounds(row, low, high), 'row'),
    boundColumn: (column, low, high) => demand(model.changeColBounds(column, low, high), 'column'),
    cost: (column, value) => demand(model.changeColCost(column, value), 'cost'),
    minimise(from = 'start') {
      // From the last solution only the costs have changed, so it still satisfies the rows: the primal method goes on from it.
      if (!isWhole) set('simplex_strategy', from === 'last' ? PRIMAL : DUAL);
      if (isWhole) demand(model.clearSolver(), 'start');
      else if (from === 'start') demand(model.setLogicalBasis(), 'start');
      demand(model.run(), 'run');
      const status = model.getModelStatus();
      if (status === infeasible || status === unboundedOrInfeasible) return undefined;
      if (status === unbounded) throw new Error('the linear program has no bottom');
      if (status !== optimal) throw new Error(`the linear program ended with status ${status}`);
      const solution = model.getSolution();
      if (solution.value === undefined) throw new Error('the solver gave no solution');
      return solution.value.colValue;
    },
    demandWhole(columns) {
      isWhole = columns !== 'none';
      set('solver', isWhole ? 'choose' : 'simplex');
      set('presolve', isWhole ? 'on' : 'off');
      if (columns === 'none') return demand(model.clearIntegrality(), 'continuous');
      const last = (columns === 'all' ? cost.length : columns) - 1;
      demand(model.changeColsIntegrality({ kind: 'range', from: 0, to: last }, new Int32Array(last + 1).fill(1)), 'whole');
    },
    close: () => model.dispose(),
  };
}

function demand(status: number, what: string): void {
  if (status < 0) throw new Error(`the solver refused: ${what}`);
}
