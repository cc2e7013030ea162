import type { IndicatorFile } from '../../contracts/indicator.ts';
import type { PlaceValue } from '../../contracts/values.ts';

/** What an assessed commune says; `denominator` is undefined where nobody knows it. A commune nobody assessed has no figure. */
export type Figure = { numerator: number; denominator: number | undefined };
export type Measure = Pick<IndicatorFile, 'kind' | 'per' | 'decimals'>;

/**
 * Value of a place from the figures of its assessed communes; a commune is a place of one commune.
 *
 * No figure: not assessed. Figures that add up to nothing: zero, with or without a denominator. A count: the sum. A
 * rate: the ratio of sums over the communes that have both numbers, never a mean of rates. What was counted in a
 * commune without a denominator stays out of the ratio, on both sides: it would raise the rate of a base it does not
 * belong to. When those communes hold all that was counted, the ratio would say that there is none, so the place has
 * a number and no denominator.
 * @example rate per 1,000: 12 of 1,000, none of 1,000 and 30 without a denominator: 12 / 2,000 = 6.0, numerator 12
 * @example 30 without a denominator and none of 1,000: no-denominator, numerator 30
 * @example the same as a count: 12 + 0 + 30 = 42
 */
export function toPlaceValue(figures: readonly Figure[], { kind, per, decimals }: Measure): PlaceValue {
  if (figures.length === 0) return { state: 'not-assessed' };
  const counted = sum(figures.map(({ numerator }) => numerator));
  if (counted === 0) return { state: 'zero' };
  if (kind === 'count') return { state: 'value', value: rounded(counted, decimals), numerator: undefined };
  const { numerator, denominator } = toRatio(figures);
  if (denominator === 0 || numerator === 0) return { state: 'no-denominator', numerator: counted };
  return { state: 'value', value: rounded((numerator * per) / denominator, decimals), numerator };
}

/**
 * Both sides of a place's rate: sums over the assessed communes that have a denominator above zero.
 * @example 12 of 1,000, none of 1,000, 30 without: { numerator: 12, denominator: 2000 }
 */
export function toRatio(figures: readonly Figure[]): { numerator: number; denominator: number } {
  const rated = figures.flatMap(({ numerator, denominator = 0 }) => (denominator > 0 ? [{ numerator, denominator }] : []));
  return { numerator: sum(rated.map((figure) => figure.numerator)), denominator: sum(rated.map((figure) => figure.denominator)) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A half goes up even where its binary form lies a little below it. */
function rounded(number: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(number * scale * (1 + Number.EPSILON)) / scale;
}
