import type { Random } from './random.ts';

/** A day of a year as `YYYY-MM-DD`, at random between two months, both included. */
export function dayOf(year: number, [first, last]: readonly [number, number], random: Random): string {
  return `${year}-${two(random.whole(first, last))}-${two(random.whole(1, 28))}`;
}

/** The day some days later (or earlier). */
export function laterDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Quarters of a year with their last days. */
export function quartersOf(year: number): { period: string; endsOn: string }[] {
  return ['03-31', '06-30', '09-30', '12-31'].map((end, index) => ({ period: `${year}-Q${index + 1}`, endsOn: `${year}-${end}` }));
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
