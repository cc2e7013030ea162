import { openProgram, type Row, UNLIMITED } from './solver.ts';
import { at, type PublishedTable } from './table.ts';

/** What can be computed of a cell: the least and the most it can hold. `most` is `Infinity` where nothing limits it. */
export type Interval = { cell: number; least: number; most: number };

/** No count of a country reaches this. */
const MOST = 1e7;

/**
 * What an attacker computes of every withheld cell from all that is published, by linear programming; bounds are rounded
 * inwards to whole numbers. Throws when the published cells contradict one another.
 */
export function attack(table: PublishedTable, progress: (share: number) => void = () => {}): Interval[] {
  const program = openPublished(table);
  try {
    const withheld = table.cells.flatMap((_, cell) => (table.published[cell] === undefined ? [cell] : []));
    return withheld.map((cell, index) => {
      progress(index / withheld.length);
      const { counts } = table.cells[cell] ?? { counts: [] };
      const extreme = (sign: 1 | -1) => {
        for (const position of counts) program.cost(position, sign);
        const solution = program.minimise('last');
        for (const position of counts) program.cost(position, 0);
        if (solution === undefined) throw new Error('the published cells contradict one another');
        return counts.reduce((sum, position) => sum + at(solution, position), 0);
      };
      const most = extreme(-1);
      const least = Math.max(0, Math.ceil(extreme(1) - 1e-6));
      return { cell, least, most: most >= MOST ? Number.POSITIVE_INFINITY : Math.floor(most + 1e-6) };
    });
  } finally {
    program.close();
  }
}

/** The program whose solutions are the tables that agree with what is published. */
export function openPublished({ counts, cells, relations, published }: PublishedTable) {
  const columns = {
    cost: new Array<number>(counts).fill(0),
    lower: new Array<number>(counts).fill(0),
    upper: new Array<number>(counts).fill(MOST),
  };
  const cellRows = cells.flatMap((cell, index): Row[] => {
    const value = published[index];
    return value === undefined ? [] : [{ columns: cell.counts, coefficients: cell.counts.map(() => 1), lower: value, upper: value }];
  });
  const relationRows = relations.map(
    ({ kind, counts: sum, others }): Row => ({
      columns: [...sum, ...others],
      coefficients: [...sum.map(() => 1), ...others.map(() => -1)],
      lower: kind === 'equal' ? 0 : -UNLIMITED,
      upper: 0,
    }),
  );
  return openProgram(columns, [...cellRows, ...relationRows]);
}
