import type { Indicator, PlaceProfile, ValueState } from '@atlas/server/contracts';

/** What a place's series says of one year; a year the series does not have is not assessed. */
export type YearFigure = {
  state: ValueState;
  value?: number | undefined;
  numerator?: number | undefined;
  denominator?: number | undefined;
};

export function figureOf(profile: Pick<PlaceProfile, 'indicators'>, indicator: string | undefined, year: string): YearFigure {
  const series = profile.indicators.find((candidate) => candidate.indicator === indicator)?.series ?? [];
  return series.find(({ period }) => period === year) ?? { state: 'not-assessed' };
}

/** The indicators of the field's own assessments: their count and their rate. */
export function assessedIndicators(indicators: readonly Indicator[]): { count: Indicator | undefined; rate: Indicator | undefined } {
  const own = indicators.filter(({ subject }) => subject === 'vsnp-assessments');
  return { count: own.find(({ kind }) => kind === 'count'), rate: own.find(({ kind }) => kind === 'rate') };
}

type Cell = PlaceProfile['composition']['bySexAndAge'][number];
export type AgeRow = { ageBand: string; bySex: Readonly<Record<string, number>> };

/** Children by age band, youngest first, with a number for each sex that is stated; a band without a child of a sex has 0. */
export function toAgeRows(cells: readonly Cell[]): { rows: AgeRow[]; sexes: string[] } {
  const sexes = ['female', 'male', 'all'].filter((sex) => cells.some((cell) => cell.sex === sex));
  const others = [...new Set(cells.map(({ sex }) => sex))].filter((sex) => !sexes.includes(sex));
  const all = [...sexes, ...others];
  const bands = [...new Set(cells.map(({ ageBand }) => ageBand))].sort((a, b) => firstAge(a) - firstAge(b) || (a < b ? -1 : 1));
  const sum = (ageBand: string, sex: string) =>
    cells.filter((cell) => cell.ageBand === ageBand && cell.sex === sex).reduce((total, { children }) => total + children, 0);
  return { rows: bands.map((ageBand) => ({ ageBand, bySex: Object.fromEntries(all.map((sex) => [sex, sum(ageBand, sex)])) })), sexes: all };
}

/** Bands without an age come last. */
function firstAge(band: string): number {
  const age = Number.parseInt(band, 10);
  return Number.isNaN(age) ? Number.POSITIVE_INFINITY : age;
}

/** How many of the neighbours somebody has assessed, by the states of the level looked at; undefined where one of them is not in it. */
export function assessedAmong(pcodes: readonly string[], stateOf: (pcode: string) => ValueState | undefined): number | undefined {
  const states = pcodes.map(stateOf);
  if (states.some((state) => state === undefined)) return undefined;
  return states.filter((state) => state !== 'not-assessed').length;
}
