import type { ReleasedColumn, ReleasedTable } from '../../contracts/release.ts';
import type { ExactTable, PublishedTable } from './table.ts';
import { TableBuilder } from './table-builder.ts';

/** Identified children of an assessed commune; of those in neither sex `unstated` says how many there are. */
export type CommuneCounts = {
  pcode: string;
  /** By `sex age`, for example `female 12-14`. */
  bySexAndAge: ReadonlyMap<string, number>;
  unstated: number;
  byFactor: ReadonlyMap<string, number>;
};

export type LatticeGiven = {
  places: ReleasedTable['places'];
  ageBands: readonly string[];
  factors: readonly string[];
  communes: readonly CommuneCounts[];
  /** Communes whose number of children living there is known: rates of districts and provinces are theirs. */
  rated: readonly string[];
};

/** Stands for a factor where only rated communes are added up. */
export const RATED = 'rated';

/** Of communes with fewer children than this the sexes are never shown apart. */
const LEAST_TOTAL_BY_SEX = 50;
const SEXES = ['female', 'male'] as const;
const WEIGHTS = { country: 16, province: 4, district: 2, commune: 1 } as const;
/** A place's total is missed more than one of its parts. */
const TOTAL_WEIGHT = 1.5;

/** The table of a lattice, and where its cells stand in the released columns. */
export type Lattice = { table: ExactTable; columns: readonly LatticeColumn[] };
/** One released column: a cell a place, undefined where nobody has assessed the place. */
type LatticeColumn = Omit<ReleasedColumn, 'states' | 'values'> & { cells: readonly (number | undefined)[] };
type Breakdown = Pick<ReleasedColumn, 'sex' | 'ageBand' | 'factor'>;

/**
 * What may be published of identified children, whatever they number: country, province and district by total, by sex
 * and age, and by factor; communes by total, and by sex where there are at least 50. Counts are merged by district but
 * for the sexes of communes; any table of these counts can be spread over the communes, so nothing is lost by it.
 */
export function childrenLattice({ places, ageBands, factors, communes, rated }: LatticeGiven): Lattice {
  const table = new TableBuilder();
  const isPartlyStated = communes.some(({ unstated }) => unstated > 0);
  const isRated = new Set(rated);
  const sumsOf = (pcode: string) => [`${pcode} all`, ...(isRated.has(pcode) ? [`${pcode} ${RATED}`] : [])];
  for (const [district, members] of Map.groupBy(communes, ({ pcode }) => pcode.slice(0, 4))) {
    const everybody: number[] = [];
    const sexOf = (member: CommuneCounts, sex: string) =>
      ageBands.reduce((sum, age) => sum + (member.bySexAndAge.get(`${sex} ${age}`) ?? 0), 0);
    for (const sex of SEXES) {
      const inCommunes = members.map((member) => table.count(sexOf(member, sex), `${member.pcode} ${sex}`, ...sumsOf(member.pcode)));
      const inAges = ageBands.map((age) =>
        table.count(
          members.reduce((sum, member) => sum + (member.bySexAndAge.get(`${sex} ${age}`) ?? 0), 0),
          `${district} ${sex} ${age}`,
        ),
      );
      table.relate('equal', inAges, inCommunes);
      everybody.push(...inCommunes);
    }
    for (const member of members) {
      if (isPartlyStated) everybody.push(table.count(member.unstated, ...sumsOf(member.pcode)));
    }
    for (const factor of factors) {
      const children = members.reduce((sum, member) => sum + (member.byFactor.get(factor) ?? 0), 0);
      table.relate('at-most', [table.count(children, `${district} factor ${factor}`)], everybody);
    }
  }
  const columns = breakdownsOf(ageBands, [...factors, RATED]).flatMap((breakdown) =>
    (['country', 'province', 'district', 'commune'] as const).flatMap((level): LatticeColumn[] => {
      if (level === 'commune' && (breakdown.ageBand !== 'all' || breakdown.factor !== 'all')) return [];
      if (level !== 'commune' && breakdown.sex !== 'all' && breakdown.ageBand === 'all') return [];
      const listed = level === 'country' ? [''] : places[level];
      const cells = listed.map((place) => {
        const counts = table.named(place, nameOf(breakdown));
        if (counts.length === 0) return undefined;
        const isTotal = nameOf(breakdown) === 'all';
        const isSmall = level === 'commune' && table.sum(table.named(place, 'all')) < LEAST_TOTAL_BY_SEX;
        return table.cell({
          key: `${place === '' ? 'country' : place} ${nameOf(breakdown)}`,
          counts,
          weight: WEIGHTS[level] * (isTotal ? TOTAL_WEIGHT : 1),
          isNeverShown: level === 'commune' && !isTotal && isSmall,
        });
      });
      return [{ level, ...breakdown, cells }];
    }),
  );
  return { table: table.build(), columns };
}

/** The columns as they go out. */
export function toReleasedColumns({ columns }: Lattice, published: PublishedTable['published']): ReleasedColumn[] {
  return columns.map(({ cells, ...column }) => {
    const values = cells.map((cell) => (cell === undefined ? undefined : published[cell]));
    const states = cells.map((cell, place) => (cell === undefined ? 'n' : values[place] === undefined ? 'w' : 'v')).join('');
    return { ...column, states, values: values.filter((value) => value !== undefined) };
  });
}

function breakdownsOf(ageBands: readonly string[], factors: readonly string[]): Breakdown[] {
  return [
    { sex: 'all', ageBand: 'all', factor: 'all' },
    ...SEXES.map((sex): Breakdown => ({ sex, ageBand: 'all', factor: 'all' })),
    ...SEXES.flatMap((sex) => ageBands.map((ageBand): Breakdown => ({ sex, ageBand, factor: 'all' }))),
    ...factors.map((factor): Breakdown => ({ sex: 'all', ageBand: 'all', factor })),
  ];
}

function nameOf({ sex, ageBand, factor }: Breakdown): string {
  if (factor !== 'all') return factor === RATED ? RATED : `factor ${factor}`;
  if (sex === 'all') return 'all';
  return ageBand === 'all' ? sex : `${sex} ${ageBand}`;
}
