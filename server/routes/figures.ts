import type { IndicatorFile } from '../contracts/indicator.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { Database } from '../db/database.ts';
import type { Figure } from '../domain/rates/place-value.ts';
import { queryDenominatorYears } from '../queries/denominator-years.ts';
import { queryDenominators } from '../queries/denominators.ts';
import { type IndicatorFigure, queryIndicatorFigures } from '../queries/indicator-figures.ts';

/** What is stated for one year, by commune. */
export type YearOfFigures = {
  period: string;
  communes: ReadonlyMap<Pcode, Figure>;
  /** Newest day a statement names; null when none names one. */
  newestOn: string | null;
  denominatorPeriod: string | null;
};
export type FiguresWanted = { edition: string; period?: string | undefined; within?: string | undefined };

/** Figures of an indicator by year, oldest first, each with the newest denominator not after it; years without a statement are left out. */
export async function figuresOf(database: Database, indicator: IndicatorFile, wanted: FiguresWanted): Promise<YearOfFigures[]> {
  const { subject, numerator: measure, denominator } = indicator;
  const isOwn = denominator?.subject === 'same-statement';
  const rows = await queryIndicatorFigures(database, {
    ...wanted,
    subject,
    measure,
    denominatorMeasure: isOwn ? denominator.measure : undefined,
  });
  const years = Map.groupBy(rows, ({ period }) => period);
  const bases =
    denominator?.subject === 'population' ? await populationsOf(database, { ...denominator, ...wanted }, [...years.keys()]) : new Map();
  return [...years].map(([period, figures]) => toYear(period, figures, isOwn ? undefined : bases.get(period)));
}

type Population = { year: string; byCommune: ReadonlyMap<Pcode, number> };

function toYear(period: string, figures: readonly IndicatorFigure[], population: Population | undefined): YearOfFigures {
  const communes = new Map(
    figures.map(({ pcode, numerator, denominator }) => [
      pcode,
      { numerator, denominator: denominator ?? population?.byCommune.get(pcode) },
    ]),
  );
  const hasOwn = figures.some(({ denominator }) => denominator !== null);
  const days = figures.flatMap(({ statedOn }) => (statedOn === null ? [] : [statedOn])).sort();
  return { period, communes, newestOn: days.at(-1) ?? null, denominatorPeriod: population?.year ?? (hasOwn ? period : null) };
}

/** For each period the newest population that is not after it. */
async function populationsOf(
  database: Database,
  asked: { edition: string; measure: string; ageBand: string; within?: string | undefined },
  periods: readonly string[],
): Promise<Map<string, Population>> {
  const known = await queryDenominatorYears(database, asked);
  const yearOf = new Map(periods.map((period) => [period, known.findLast((year) => year <= period)]));
  const years = [...new Set(yearOf.values())].flatMap((year) => (year === undefined ? [] : [year]));
  const rows = years.length === 0 ? [] : await queryDenominators(database, { ...asked, years });
  const byYear = Map.groupBy(rows, ({ year }) => year);
  return new Map(
    [...yearOf].flatMap(([period, year]) => {
      if (year === undefined) return [];
      const byCommune = new Map((byYear.get(year) ?? []).map(({ pcode, value }) => [pcode, value]));
      return [[period, { year, byCommune }] as const];
    }),
  );
}
