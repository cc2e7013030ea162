import type { DenominatorYear } from '../../contracts/values.ts';

/**
 * How many communes are rated by each year, oldest first.
 * @example countDenominatorYears(['2023', '2019', '2019']) // [{ year: '2019', communes: 2 }, { year: '2023', communes: 1 }]
 */
export function countDenominatorYears(years: readonly string[]): DenominatorYear[] {
  return [...Map.groupBy(years, (year) => year)]
    .map(([year, communes]) => ({ year, communes: communes.length }))
    .sort((a, b) => a.year.localeCompare(b.year));
}
