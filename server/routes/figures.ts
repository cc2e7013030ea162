import { INDICATORS } from '../../data/indicators/index.ts';
import type { IndicatorFile } from '../contracts/indicator.ts';
import type { AdminLevel, Pcode } from '../contracts/pcode.ts';
import type { DenominatorYear } from '../contracts/values.ts';
import type { Database } from '../db/database.ts';
import { countDenominatorYears } from '../domain/rates/denominator-years.ts';
import type { Figure } from '../domain/rates/place-value.ts';
import { type Denominator, queryDenominators } from '../queries/denominators.ts';
import { type IndicatorFigure, queryIndicatorFigures } from '../queries/indicator-figures.ts';
import { queryPlaceCodes } from '../queries/place-codes.ts';

/** What is stated for one year, by commune. */
export type YearOfFigures = {
  period: string;
  communes: ReadonlyMap<Pcode, Figure>;
  /** Newest day a statement names; null when none names one. */
  newestOn: string | null;
  denominatorYears: DenominatorYear[];
};
export type FiguresWanted = { edition: string; period?: string | undefined; within?: string | undefined };

/** Figures of an indicator by year, oldest first, each commune with its newest denominator not after it; years without a statement are left out. */
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
  const isByPopulation = denominator?.subject === 'population';
  const populations = isByPopulation ? await queryDenominators(database, { ...denominator, ...wanted, periods: [...years.keys()] }) : [];
  const byPeriod = Map.groupBy(populations, ({ period }) => period);
  return [...years].map(([period, figures]) => toYear(period, figures, byPeriod.get(period) ?? []));
}

function toYear(period: string, figures: readonly IndicatorFigure[], populations: readonly Denominator[]): YearOfFigures {
  const populationOf = new Map(populations.map((population) => [population.pcode, population]));
  const based = figures.map(({ pcode, numerator, denominator }) => {
    const base = denominator === null ? populationOf.get(pcode) : { year: period, value: denominator };
    return { pcode, numerator, base };
  });
  const days = figures.flatMap(({ statedOn }) => (statedOn === null ? [] : [statedOn])).sort();
  return {
    period,
    communes: new Map(based.map(({ pcode, numerator, base }) => [pcode, { numerator, denominator: base?.value }])),
    newestOn: days.at(-1) ?? null,
    denominatorYears: countDenominatorYears(based.flatMap(({ base }) => (base !== undefined && base.value > 0 ? [base.year] : []))),
  };
}

export type YearAsked = { edition: string; indicator: string; level: AdminLevel; period: string };

/** The places of the level, all communes, and what is stated of the year. */
export async function readYear(database: Database, { edition, indicator: id, level, period }: YearAsked) {
  const indicator = indicatorOf(id);
  const places = await queryPlaceCodes(database, { edition, level });
  const communes = level === 'commune' ? places : await queryPlaceCodes(database, { edition, level: 'commune' });
  const [year = nothingStated(period)] = await figuresOf(database, indicator, { edition, period });
  return { indicator, places, communes, year };
}

function nothingStated(period: string): YearOfFigures {
  return { period, communes: new Map(), newestOn: null, denominatorYears: [] };
}

function indicatorOf(id: string): IndicatorFile {
  const indicator = INDICATORS.find((candidate) => candidate.id === id);
  if (indicator === undefined) throw new Error(`no indicator "${id}"`);
  return indicator;
}
