import { Day, Year } from '../../contracts/period.ts';

/** First and last day, `YYYY-MM-DD`, both included; null where an end is open. */
export type TimeSpan = { from: string | null; to: string | null };

/**
 * The days a `datetime` speaks of: `2025`, `2025-06-30`, `2025-06-30T12:00:00Z`, or a span of two of these with `/` between,
 * of which one or both may be `..` or nothing. Of a time its day counts as it is written. Undefined where it is no time.
 */
export function parseTime(text: string): TimeSpan | undefined {
  const [first = '', last, ...more] = text.split('/');
  if (more.length > 0) return undefined;
  if (last === undefined) return daysOf(first);
  const [from, to] = [first, last].map((end) => (end === '' || end === '..' ? { from: null, to: null } : daysOf(end)));
  if (from === undefined || to === undefined) return undefined;
  const span = { from: from.from, to: to.to };
  return span.from !== null && span.to !== null && span.from > span.to ? undefined : span;
}

function daysOf(text: string): TimeSpan | undefined {
  if (Year.safeParse(text).success) return { from: `${text}-01-01`, to: `${text}-12-31` };
  const [, day = '', time] = /^(\d{4}-\d{2}-\d{2})(T.*)?$/i.exec(text) ?? [];
  const isTime = time === undefined || /^T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/i.test(time);
  const isDay = Day.safeParse(day).success && day >= '1900-01-01' && day <= '2099-12-31';
  return isDay && isTime ? { from: day, to: day } : undefined;
}

/** Does a year have a day in the span? */
export function hasDayIn(year: string, { from, to }: TimeSpan): boolean {
  return (to === null || `${year}-01-01` <= to) && (from === null || from <= `${year}-12-31`);
}

/** The one day that is looked at: the last of the span, and `now` where that is open or nothing is asked. */
export function lastDayIn(span: TimeSpan | undefined, now: string): string {
  return span?.to ?? now;
}
