import type { IndicatorFile } from '../contracts/indicator.ts';
import { ADMIN_LEVELS, type AdminLevel } from '../contracts/pcode.ts';
import type { ReleasedTable } from '../contracts/release.ts';
import { type PlaceValue, toValueColumns, type ValueColumns } from '../contracts/values.ts';
import { RATED } from '../domain/disclosure/children-lattice.ts';
import { toPlaceValue } from '../domain/rates/place-value.ts';

type Base = { pcode: string; year: string; value: number };

type Given = { table: ReleasedTable; indicator: IndicatorFile; bases: readonly Base[]; placeOrder: string };

/**
 * Values of an indicator as the live ones are answered, from released numbers alone: a place whose number is withheld is
 * withheld, whatever is asked of it. A rate is that of the communes that have a denominator, whose children are a number of
 * their own; where it is withheld, so is the rate.
 */
export function toReleasedValues(given: Given): ValueColumns[] {
  return ADMIN_LEVELS.map((level) => valuesOf(given, level));
}

function valuesOf({ table, indicator, bases, placeOrder }: Given, level: AdminLevel): ValueColumns {
  const assessed = assessedCommunes(table);
  const baseOf = new Map(bases.map((base) => [base.pcode, base]));
  const isRate = indicator.kind === 'rate';
  const numbers = totalsOf(table, level);
  const rated = isRate && level !== 'commune' ? totalsOf(table, level, RATED) : numbers;
  const ratedCommunes = table.rated.filter((pcode) => (baseOf.get(pcode)?.value ?? 0) > 0);
  const places = table.places[level].map((pcode, place): PlaceValue => {
    const number = numbers[place];
    if (number === undefined) return { state: 'not-assessed' };
    if (number === 'withheld') return { state: 'withheld' };
    const denominator = ratedCommunes.reduce(
      (sum, commune) => sum + (commune.startsWith(pcode) ? (baseOf.get(commune)?.value ?? 0) : 0),
      0,
    );
    if (!isRate || denominator === 0) return toPlaceValue([{ numerator: number, denominator: undefined }], indicator);
    const numerator = rated[place];
    return typeof numerator === 'number' ? toPlaceValue([{ numerator, denominator }], indicator) : { state: 'withheld' };
  });
  const [country] = totalsOf(table, 'country');
  const years = indicator.kind === 'count' ? [] : assessed.flatMap((pcode) => baseOf.get(pcode)?.year ?? []);
  return {
    edition: table.edition,
    indicator: indicator.id,
    level,
    period: table.period,
    placeOrder,
    ...toValueColumns(places),
    assessedCommunes:
      level === 'commune' ? [] : table.places[level].map((pcode) => assessed.filter((commune) => commune.startsWith(pcode)).length),
    denominatorYears: [...Map.groupBy(years, (year) => year)]
      .map(([year, communes]) => ({ year, communes: communes.length }))
      .sort((a, b) => (a.year < b.year ? -1 : 1)),
    summary: {
      // Where the country's number is withheld, what the provinces show adds up to less and gives nothing away.
      numerator: typeof country === 'number' ? country : sumOfShown(totalsOf(table, 'province')),
      assessed: assessed.length,
      communes: table.places.commune.length,
      newestOn: null,
    },
  };
}

/** Released totals of the places of a level in their order; undefined where nobody assessed the place. */
export function totalsOf({ columns }: ReleasedTable, level: AdminLevel | 'country', factor = 'all'): (number | 'withheld' | undefined)[] {
  const column = columns.find((each) => each.level === level && each.sex === 'all' && each.ageBand === 'all' && each.factor === factor);
  let next = 0;
  return Array.from(column?.states ?? '', (letter) => {
    if (letter === 'n') return undefined;
    return letter === 'w' ? 'withheld' : column?.values[next++];
  });
}

export function assessedCommunes(table: ReleasedTable): string[] {
  const totals = totalsOf(table, 'commune');
  return table.places.commune.filter((_, place) => totals[place] !== undefined);
}

function sumOfShown(totals: readonly (number | 'withheld' | undefined)[]): number {
  return totals.reduce<number>((sum, total) => sum + (typeof total === 'number' ? total : 0), 0);
}
