import type { Certificate, ReleasedRegister, ReleasedTable } from '../contracts/release.ts';
import { childrenLattice, type LatticeGiven, toReleasedColumns } from '../domain/disclosure/children-lattice.ts';
import { type ProtectionOptions, protectTable } from '../domain/disclosure/protect.ts';
import { TableBuilder } from '../domain/disclosure/table-builder.ts';
import type { Changes, Witnesses } from '../domain/disclosure/witnesses.ts';

/** What leaves of a table, and its proof but for the name of the file it is about. */
export type Protected<Table> = { released: Table; certificate: Omit<Certificate, 'file'> };

type Named = { edition: string; period: string };

/** Identified children, withheld and proven. Throws when a cell cannot be proven safe. */
export function protectChildren(given: LatticeGiven, named: Named, options: ProtectionOptions): Protected<ReleasedTable> {
  const lattice = childrenLattice(given);
  const { published, witnesses } = protectTable(lattice.table, options);
  const places = new Map(
    lattice.columns.flatMap(({ cells }, column) =>
      cells.flatMap((cell, place) => (cell === undefined ? [] : [[cell, [column, place] as const] as const])),
    ),
  );
  return {
    released: {
      ...named,
      threshold: options.threshold,
      ageBands: [...given.ageBands],
      factors: [...given.factors],
      places: given.places,
      isPartlyStated: given.communes.some(({ unstated }) => unstated > 0),
      rated: [...given.rated],
      columns: toReleasedColumns(lattice, published),
    },
    certificate: toCertificate(witnesses, options.threshold, (cell) => places.get(cell)),
  };
}

export type RegisterGiven = {
  provinces: string[];
  measures: readonly string[];
  /** By `measure province`; a province that is not there has none. */
  numbers: ReadonlyMap<string, number>;
};

/** Counts of the registers by province and for the country, withheld and proven. A province nobody speaks of counts as withheld. */
export function protectRegisters(given: RegisterGiven, named: Named, options: ProtectionOptions): Protected<ReleasedRegister> {
  const { provinces, measures, numbers } = given;
  const table = new TableBuilder();
  for (const measure of measures) {
    const counts = provinces.map((province) => table.count(numbers.get(`${measure} ${province}`) ?? 0));
    for (const [place, count] of counts.entries()) table.cell({ key: `${measure} ${provinces[place]}`, counts: [count] });
    table.cell({ key: `${measure} country`, counts, weight: provinces.length });
  }
  const width = provinces.length + 1;
  const { published, witnesses } = protectTable(table.build(), options);
  return {
    released: {
      ...named,
      threshold: options.threshold,
      provinces,
      measures: measures.map((measure, column) => {
        const values = provinces.map((_, place) => published[column * width + place]);
        return {
          measure,
          country: published[column * width + provinces.length] ?? null,
          states: values.map((value) => (value === undefined ? 'w' : 'v')).join(''),
          values: values.filter((value) => value !== undefined),
        };
      }),
    },
    certificate: toCertificate(witnesses, options.threshold, (cell) => [Math.floor(cell / width), cell % width]),
  };
}

function toCertificate(
  { base, witnesses }: Witnesses,
  threshold: number,
  placeOf: (cell: number) => readonly [column: number, place: number] | undefined,
): Omit<Certificate, 'file'> {
  return {
    threshold,
    base: [...base],
    witnesses: witnesses.map(({ cell, low, high }) => {
      const place = placeOf(cell);
      if (place === undefined) throw new Error('a proven cell stands in no column');
      return [...place, flat(low), flat(high)];
    }),
  };
}

function flat(changes: Changes): number[] {
  return changes.flat();
}
