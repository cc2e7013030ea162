import { z } from '@hono/zod-openapi';
import { INDICATORS } from '../../data/indicators/index.ts';
import { EditionId } from '../contracts/edition.ts';
import { parsePcode } from '../contracts/pcode.ts';
import { Day, Year } from '../contracts/period.ts';
import { WORKSHOP_TYPES, WorkshopType } from '../contracts/workshop.ts';

/** Query of a route: these parameters, each once, and no other. */
export function strictQuery<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape);
}

/** Parameters that several routes share, as they stand in the query string. */
export const EditionParameter = z
  .string()
  .pipe(EditionId)
  .openapi({ example: 'demonstration', description: 'Edition, as listed by /api/editions' });
export const YearParameter = z.string().pipe(Year).openapi({ example: '2025', description: 'Calendar year' });

/** An indicator of `data/indicators`. */
export const IndicatorParameter = z
  .enum(INDICATORS.map(({ id }) => id))
  .openapi({ description: 'Indicator, as listed by /api/indicators' });

/** A day the database and the calendar both know. */
export const DayParameter = z
  .string()
  .pipe(Day)
  .refine((day) => day >= '1900-01-01' && day <= '2099-12-31', 'a day from 1900 to 2099')
  .openapi({ example: '2026-06-30', description: 'Day, `YYYY-MM-DD`, from 1900 to 2099', format: 'date' });

/** A place code in any written form, normalised. */
export const PcodeParameter = z
  .string()
  .max(40)
  .transform((text, context) => {
    const pcode = parsePcode(text);
    if (pcode !== undefined) return pcode;
    context.addIssue({ code: 'custom', message: 'not a place code' });
    return z.NEVER;
  })
  .openapi({ type: 'string', example: '010201', description: 'Place code: 010201, 10201, KH010201 or in Khmer digits' });

/** Code of a province, in any written form. */
export const ProvinceParameter = PcodeParameter.refine((pcode) => pcode.length === 2, 'not a province').openapi({
  type: 'string',
  example: '02',
  description: 'Province code: 02, 2 or KH02',
});

export const IdParameter = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** A whole number within bounds, written in plain digits; `fallback` where it is left out. */
export function wholeNumber({ minimum, maximum, fallback }: { minimum: number; maximum: number; fallback: number }) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().int().min(minimum).max(maximum))
    .default(fallback)
    .openapi({ type: 'integer', minimum, maximum, default: fallback });
}

/** A coordinate in degrees. */
export function degrees(limit: 90 | 180) {
  return z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,12})?$/)
    .transform(Number)
    .pipe(z.number().min(-limit).max(limit))
    .openapi({ type: 'number', minimum: -limit, maximum: limit });
}

/** West, south, east, north in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

export const BboxParameter = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,12})?(,-?\d{1,3}(\.\d{1,12})?){3}$/)
  .transform((text, context): Bbox => {
    const [west = 0, south = 0, east = 0, north = 0] = text.split(',').map(Number);
    const isBox = west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
    if (!isBox) context.addIssue({ code: 'custom', message: 'west, south, east, north in degrees' });
    return [west, south, east, north];
  })
  .openapi({ type: 'string', example: '102.3,10.4,107.7,14.7', description: 'West, south, east, north in degrees' });

/** Reach of a network in metres, geodesic. */
export const ReachParameter = wholeNumber({ minimum: 5_000, maximum: 30_000, fallback: 15_000 });

/** One or several types of workshops, separated by commas. */
export const WorkshopTypesParameter = z
  .string()
  .max(200)
  .transform((text) => text.split(','))
  .pipe(z.array(WorkshopType))
  .openapi({ type: 'string', example: 'tot,vsnp', description: `One or several of ${WORKSHOP_TYPES.join(', ')}, separated by commas` });
