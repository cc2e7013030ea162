import { suppress } from './suppress.ts';
import { cellValues, type ExactTable, type PublishedTable } from './table.ts';
import { findWitnesses, type Witnesses } from './witnesses.ts';

/** What goes out of a table, and the proof that nothing withheld in it can be computed. */
export type ProtectedTable = { published: PublishedTable['published']; witnesses: Witnesses };

export type ProtectionOptions = {
  threshold: number;
  /** Called with the step and the share of it that is done; throw in it to cancel. */
  progress?: (step: 'withholding' | 'proving', share: number) => void;
};

/** So often more is withheld for cells that have no proof; one round has been enough so far. */
const ROUNDS = 6;

/**
 * Withholds and proves. Linear programs guide the withholding, the proof is in whole numbers: where it fails for a cell,
 * another cell beside it is withheld and all is done again. Throws when a cell stays without proof.
 */
export function protectTable(table: ExactTable, { threshold, progress = () => {} }: ProtectionOptions): ProtectedTable {
  const { truth, ...shape } = table;
  const values = cellValues(shape, truth);
  let alsoWithheld: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { withheld } = suppress(table, { threshold, alsoWithheld, progress: (share) => progress('withholding', share) });
    const published = values.map((value, cell) => (withheld[cell] ? undefined : value));
    const witnesses = findWitnesses({ ...shape, published }, threshold, (share) => progress('proving', share));
    if (witnesses.unproven.length === 0) return { published, witnesses };
    const more = witnesses.unproven.flatMap((cell) => cellBeside(table, published, cell) ?? []);
    alsoWithheld = [...new Set([...withheld.flatMap((isWithheld, cell) => (isWithheld ? [cell] : [])), ...more])];
  }
  throw new Error('some withheld cells could not be proven safe');
}

/** The published cell that shares counts with a cell and is missed least. */
function cellBeside({ cells }: ExactTable, published: PublishedTable['published'], cell: number): number | undefined {
  const counts = new Set(cells[cell]?.counts);
  return cells
    .flatMap((other, index) => {
      const value = published[index];
      return value !== undefined && other.counts.some((count) => counts.has(count)) ? [{ index, value, weight: other.weight ?? 1 }] : [];
    })
    .sort((a, b) => a.weight - b.weight || a.value - b.value || a.index - b.index)[0]?.index;
}
