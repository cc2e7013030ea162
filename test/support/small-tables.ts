import { openProgram, type Row, UNLIMITED } from '../../server/domain/disclosure/solver.ts';
import { cellValues, type ExactTable } from '../../server/domain/disclosure/table.ts';
import { seeded } from './released-country.ts';

/** A table of the given sides with all its margins and its total, of skewed counts; the same for a seed. */
export function smallTable(seed: number, sides: readonly number[]): ExactTable {
  const random = seeded(seed);
  const counts = sides.reduce((product, side) => product * side, 1);
  const truth = Array.from({ length: counts }, () => (random() < 0.3 ? Math.floor(random() * 5) : 5 + Math.floor(40 * random() ** 2)));
  return withMargins(truth, sides);
}

/** All margins of a table given row by row. */
export function withMargins(truth: readonly number[], sides: readonly number[]): ExactTable {
  const cells = new Map<string, number[]>();
  for (let position = 0; position < truth.length; position += 1) {
    let rest = position;
    const indices = sides.map((side) => {
      const index = rest % side;
      rest = Math.floor(rest / side);
      return String(index);
    });
    for (let mask = 0; mask < 2 ** sides.length; mask += 1) {
      const key = indices.map((index, side) => (mask & (1 << side) ? '+' : index)).join(' ');
      const counts = cells.get(key) ?? [];
      counts.push(position);
      cells.set(key, counts);
    }
  }
  return { counts: truth.length, cells: [...cells].map(([key, counts]) => ({ key, counts })), relations: [], truth };
}

/** The fewest cells that have to be withheld besides the sensitive ones, by whole-number programming: the best anybody can do. */
export function fewestSecondary(table: ExactTable, threshold: number): number {
  const values = cellValues(table, table.truth);
  const sensitive = values.flatMap((value, cell) => (value < threshold ? [cell] : []));
  const most = table.truth.reduce((sum, count) => sum + count, 0) + threshold;
  const tables = 2 * sensitive.length;
  const first = table.cells.length;
  const size = first + tables * table.counts;
  const rows: Row[] = [];
  for (let index = 0; index < tables; index += 1) {
    const offset = first + index * table.counts;
    for (const [cell, { counts }] of table.cells.entries()) {
      const [columns, value] = [counts.map((position) => offset + position), values[cell] ?? 0];
      const coefficients = counts.map(() => 1);
      rows.push({ columns: [...columns, cell], coefficients: [...coefficients, -most], lower: -UNLIMITED, upper: value });
      rows.push({ columns: [...columns, cell], coefficients: [...coefficients, value], lower: value, upper: UNLIMITED });
    }
  }
  for (const [index, cell] of sensitive.entries()) {
    const counts = table.cells[cell]?.counts ?? [];
    const high = counts.map((position) => first + 2 * index * table.counts + position);
    const low = counts.map((position) => first + (2 * index + 1) * table.counts + position);
    rows.push({ columns: high, coefficients: high.map(() => 1), lower: threshold, upper: UNLIMITED });
    rows.push({
      columns: [...high, ...low],
      coefficients: [...high.map(() => 1), ...low.map(() => -1)],
      lower: threshold,
      upper: UNLIMITED,
    });
  }
  const isSensitive = new Set(sensitive);
  const program = openProgram(
    {
      cost: Array.from({ length: size }, (_, column) => (column < first && !isSensitive.has(column) ? 1 : 0)),
      lower: Array.from({ length: size }, (_, column) => (isSensitive.has(column) ? 1 : 0)),
      upper: Array.from({ length: size }, (_, column) => (column < first ? 1 : most)),
    },
    rows,
  );
  try {
    program.demandWhole(first);
    const found = program.minimise();
    if (found === undefined) throw new Error('nothing protects this table');
    return found.slice(0, first).filter((share) => share > 0.5).length - sensitive.length;
  } finally {
    program.close();
  }
}
