import type { Indicator, PlaceProfile, ValueState } from '@atlas/server/contracts';
import type { Scale } from '../cartography/scale.ts';

type Series = PlaceProfile['indicators'][number]['series'];

/** One year of a place's trend. `length` is what is drawn, in the indicator's unit: a state without a number is a short stub. */
export type TrendYear = {
  year: string;
  state: ValueState;
  value: number | undefined;
  numerator: number | undefined;
  denominator: number | undefined;
  length: number;
  colour: string;
};

/** Height of the stub of a year without a number, as a share of the locked maximum. */
const STUB_SHARE = 0.07;

/**
 * All years from the first to the last the edition has, oldest first. A year without a statement is not assessed, never
 * zero and never left out.
 */
export function toTrend(series: Series, indicator: Pick<Indicator, 'periods' | 'maximum'>, scale: Scale): TrendYear[] {
  return yearsFrom(indicator.periods).map((year) => {
    const stated = series.find(({ period }) => period === year);
    const state = stated?.state ?? 'not-assessed';
    const value = state === 'value' ? stated?.value : undefined;
    return {
      year,
      state,
      value,
      numerator: stated?.numerator,
      denominator: stated?.denominator,
      length: value ?? (state === 'zero' ? 0 : indicator.maximum * STUB_SHARE),
      colour: colourOf({ state, value }, scale),
    };
  });
}

/** The class's colour; a count has no class and takes that of the map's circles. */
function colourOf({ state, value }: { state: ValueState; value: number | undefined }, scale: Scale): string {
  if (state !== 'value' || value === undefined) return 'transparent';
  return scale.indicator.kind === 'count' ? scale.circle : scale.rowOf({ state, value, numerator: undefined }).colour;
}

/** @example yearsFrom(['2021', '2023']) // ['2021', '2022', '2023'] */
export function yearsFrom(periods: readonly string[]): string[] {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => String(Number(first) + index));
}
