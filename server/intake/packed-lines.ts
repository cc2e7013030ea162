/** A line of a table: its number in the file, from 1, and its cells. */
export type Line = { number: number; cells: readonly unknown[] };

/**
 * Lines as they travel between threads: each different text or number once, and in `cells` only its place in `values`, line
 * after line; `ends` says where the cells of each line end. A table of 50,000 rows is so a few lists and not 50,000.
 */
export type PackedLines = {
  values: unknown[];
  cells: Uint32Array<ArrayBuffer>;
  ends: Uint32Array<ArrayBuffer>;
  numbers: Uint32Array<ArrayBuffer>;
};

/** So many different values are looked for again; in a table with more, most stand only once. */
const MOST_REMEMBERED = 100_000;

/** Packs lines; cells that are missing or undefined become null. */
export function packLines(lines: readonly Line[]): PackedLines {
  const placeOf = new Map<unknown, number>();
  const values: unknown[] = [];
  const cells = new Uint32Array(lines.reduce((sum, line) => sum + line.cells.length, 0));
  const ends = new Uint32Array(lines.length);
  const numbers = new Uint32Array(lines.length);
  let end = 0;
  for (const [index, line] of lines.entries()) {
    for (const cell of line.cells) {
      const value = cell ?? null;
      let place = placeOf.get(value);
      if (place === undefined) {
        place = values.push(value) - 1;
        if (placeOf.size < MOST_REMEMBERED) placeOf.set(value, place);
      }
      cells[end] = place;
      end += 1;
    }
    ends[index] = end;
    numbers[index] = line.number;
  }
  return { values, cells, ends, numbers };
}

/** The lines again. */
export function unpackLines({ values, cells, ends, numbers }: PackedLines): Line[] {
  let begin = 0;
  return Array.from(ends, (end, index) => {
    const line: unknown[] = [];
    for (let at = begin; at < end; at += 1) line.push(values[cells[at] ?? 0]);
    begin = end;
    return { number: numbers[index] ?? 0, cells: line };
  });
}
