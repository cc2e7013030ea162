/**
 * Whole months from one day to a later one, days `YYYY-MM-DD`; 0 when the second is not later.
 * @example monthsBetween('2025-01-31', '2025-03-30') // 1
 */
export function monthsBetween(from: string, to: string): number {
  const [start, end] = [partsOf(from), partsOf(to)];
  const months = (end.year - start.year) * 12 + (end.month - start.month) - (end.day < start.day ? 1 : 0);
  return Math.max(0, months);
}

/**
 * The same day of the month `months` later, or the month's last day where it has no such day, as the database counts.
 * @example plusMonths('2024-02-29', 12) // '2025-02-28'
 */
export function plusMonths(day: string, months: number): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, lastDay))).toISOString().slice(0, 10);
}

function partsOf(text: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return { year, month, day };
}
