/** A cell of a table: the sum of some of the table's counts. */
export type Cell = {
  /** Names the cell, for example `0102 female 12-14`. */
  key: string;
  /** Positions of the counts that add up to it. */
  counts: readonly number[];
  /** What is lost when it is withheld, in cells of the finest level; 1 if left out. */
  weight?: number;
  /** Is it never shown, whatever it holds? */
  isNeverShown?: boolean;
};

/** What everybody knows of the counts besides the cells: two sums are equal, or the first is at most the second. */
export type Relation = { kind: 'equal' | 'at-most'; counts: readonly number[]; others: readonly number[] };

/**
 * What is published of one period, as sums of counts that are whole and never negative. `counts` is how many there are;
 * counts that no cell tells apart are merged into one.
 */
export type TableShape = { counts: number; cells: readonly Cell[]; relations: readonly Relation[] };

/** A shape with its true counts. */
export type ExactTable = TableShape & { truth: readonly number[] };

/** A shape with what is published of each cell; undefined where it is withheld. */
export type PublishedTable = TableShape & { published: readonly (number | undefined)[] };

export function sumOf(counts: readonly number[], table: readonly number[]): number {
  return counts.reduce((sum, position) => sum + at(table, position), 0);
}

/** Values of all cells in a table of counts. */
export function cellValues({ cells }: TableShape, table: readonly number[]): number[] {
  return cells.map((cell) => sumOf(cell.counts, table));
}

/** The number at a position; throws where there is none. */
export function at(numbers: ArrayLike<number>, position: number): number {
  const number = numbers[position];
  if (number === undefined) throw new Error(`no number at position ${position}`);
  return number;
}
