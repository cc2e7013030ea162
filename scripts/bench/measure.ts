/** One figure of the bench beside its limit. */
export type Figure = { what: string; measured: number; unit: 'kB' | 'ms' | 's' | 'x' | 'MB' | '/s'; limit?: number; atLeast?: boolean };

const DIGITS: Partial<Record<Figure['unit'], number>> = { x: 2, s: 1 };

/** Prints a figure in one line; returns whether it keeps its limit. */
export function report({ what, measured, unit, limit, atLeast = false }: Figure): boolean {
  const keeps = limit === undefined || (atLeast ? measured >= limit : measured <= limit);
  const digits = DIGITS[unit] ?? (unit === 'kB' && measured < 10 ? 1 : 0);
  const bound = limit === undefined ? '' : `  ${atLeast ? 'at least' : 'at most'} ${limit} ${unit}${keeps ? '' : '  OVER'}`;
  console.log(`  ${what.padEnd(74)} ${measured.toFixed(digits).padStart(8)} ${unit}${bound}`);
  return keeps;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}

export const toKilobytes = (bytes: number): number => bytes / 1000;
