import { z } from '@hono/zod-openapi';
import type { Box } from '../../queries/networks-on.ts';
import { wholeNumber } from '../parameters.ts';
import { parseTime, type TimeSpan } from './time.ts';

/** Features on a page unless more are asked for, and the most there can be. */
const USUAL_FEATURES = 100;
const MOST_FEATURES = 10_000;

/** The one form there is: clients that ask for it by name are not refused. */
export const FormParameter = z.enum(['json']).optional().openapi({ description: 'The form of the answer; JSON is the only one' });

/** More than the most is answered with the most, as the standard asks (OGC 17-069r4, /req/core/fc-limit-response-1). */
export const LimitParameter = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .pipe(z.number().min(1))
  .transform((limit) => Math.min(limit, MOST_FEATURES))
  .default(USUAL_FEATURES)
  .openapi({ type: 'integer', minimum: 1, maximum: MOST_FEATURES, default: USUAL_FEATURES, description: 'Most features on a page' });

export const OffsetParameter = wholeNumber({ minimum: 0, maximum: 999_999_999, fallback: 0 }).openapi({
  description: 'Features before the page; `next` links carry it',
});

const NUMBER = /^[-+]?\d{1,6}(\.\d{0,20})?(e[-+]?\d{1,2})?$/i;

/** West, south, east, north, or the same with heights, which nothing here has. West above east goes over the date line: two boxes. */
export const BoxesParameter = z
  .string()
  .max(300)
  .transform((text, context): readonly Box[] => {
    const parts = text.split(',');
    const boxes = parts.every((part) => NUMBER.test(part)) ? toBoxes(parts.map(Number)) : undefined;
    if (boxes !== undefined) return boxes;
    context.addIssue({ code: 'custom', message: 'west, south, east, north in degrees, or the same with heights' });
    return z.NEVER;
  })
  .optional()
  .openapi({
    type: 'string',
    example: '102.3,10.4,107.7,14.7',
    description: 'West, south, east, north in degrees (CRS84); heights may stand after south and after north',
  });

function toBoxes(numbers: readonly number[]): readonly Box[] | undefined {
  if (numbers.length !== 4 && numbers.length !== 6) return undefined;
  const half = numbers.length / 2;
  const [west = 0, south = 0, low = 0] = numbers;
  const [east = 0, north = 0, high = 0] = numbers.slice(half);
  const isOnEarth = Math.max(Math.abs(west), Math.abs(east)) <= 180 && south >= -90 && south <= north && north <= 90;
  if (!isOnEarth || (half === 3 && low > high)) return undefined;
  if (west <= east) return [[west, south, east, north]];
  return [
    [west, south, 180, north],
    [-180, south, east, north],
  ];
}

/** A time, or a span of two of which one may be open. */
export const TimeParameter = z
  .string()
  .max(100)
  .transform((text, context): TimeSpan => {
    const span = parseTime(text);
    if (span !== undefined) return span;
    context.addIssue({ code: 'custom', message: 'a year, a day, a time or a span of two' });
    return z.NEVER;
  })
  .optional()
  .openapi({
    type: 'string',
    example: '2025-01-01/2025-12-31',
    description: 'A day, a time (RFC 3339), a year, or a span of two with `/` between; `..` leaves an end open',
  });
