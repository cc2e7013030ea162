import type { ReleasedTable } from '../contracts/release.ts';
import { childrenLattice } from '../domain/disclosure/children-lattice.ts';
import type { PublishedTable } from '../domain/disclosure/table.ts';
import { assessedCommunes } from './released-values.ts';

/** The table behind a release, read from the release alone: its shape, and what is published of each cell. */
export function toPublishedTable(table: ReleasedTable): PublishedTable {
  const communes = assessedCommunes(table).map((pcode) => ({
    pcode,
    bySexAndAge: new Map<string, number>(),
    unstated: table.isPartlyStated ? 1 : 0,
    byFactor: new Map<string, number>(),
  }));
  const lattice = childrenLattice({ places: table.places, ageBands: table.ageBands, factors: table.factors, communes, rated: table.rated });
  const { truth: _, ...shape } = lattice.table;
  const published: (number | undefined)[] = shape.cells.map(() => undefined);
  for (const [index, { cells }] of lattice.columns.entries()) {
    const column = table.columns[index];
    let next = 0;
    for (const [place, cell] of cells.entries()) {
      const isShown = column?.states[place] === 'v';
      if (cell !== undefined && isShown) published[cell] = column?.values[next];
      if (isShown) next += 1;
    }
  }
  return { ...shape, published };
}
