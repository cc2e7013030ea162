import { type Cell, type ExactTable, type Relation, sumOf } from './table.ts';

/** Puts a table together count by count; a count is found again by the place and the part it belongs to. */
export class TableBuilder {
  readonly #truth: number[] = [];
  readonly #cells: Cell[] = [];
  readonly #relations: Relation[] = [];
  readonly #byPart = new Map<string, { place: string; position: number }[]>();

  /** Adds a count under names `PLACE PART`, for example `010203 female`; its position. */
  count(number: number, ...names: readonly string[]): number {
    const position = this.#truth.push(number) - 1;
    for (const name of names) {
      const place = name.slice(0, name.indexOf(' '));
      const part = name.slice(place.length + 1);
      const known = this.#byPart.get(part);
      if (known === undefined) this.#byPart.set(part, [{ place, position }]);
      else known.push({ place, position });
    }
    return position;
  }

  relate(kind: Relation['kind'], counts: readonly number[], others: readonly number[]): void {
    this.#relations.push({ kind, counts, others });
  }

  /** Adds a cell; its index. */
  cell(cell: Cell): number {
    return this.#cells.push(cell) - 1;
  }

  /** Counts of a part in a place and the places in it. */
  named(place: string, part: string): number[] {
    return (this.#byPart.get(part) ?? []).flatMap((count) => (count.place.startsWith(place) ? [count.position] : []));
  }

  sum(counts: readonly number[]): number {
    return sumOf(counts, this.#truth);
  }

  build(): ExactTable {
    return { counts: this.#truth.length, cells: this.#cells, relations: this.#relations, truth: this.#truth };
  }
}
