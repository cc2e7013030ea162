import { z } from 'zod';
import { Pcode } from '../../server/contracts/pcode.ts';
import file from './programme.json' with { type: 'json' };

const ActiveProvince = z.strictObject({
  code: Pcode,
  /** Communes assessed in each of the years. */
  communes: z.array(z.number().int().min(0)),
  /** Identified children per 1,000 in a typical commune away from the borders. */
  rate: z.number().positive(),
  organisations: z.array(z.string()).min(1),
});
export type ActiveProvince = z.infer<typeof ActiveProvince>;

const Organisation = z.strictObject({ id: z.string(), nameEn: z.string().startsWith('Demo'), nameKm: z.string().min(1) });

/** The years the invented programme runs, oldest first. */
export const YEARS: readonly number[] = z.array(z.number().int()).parse(file.years);
export const ACTIVE_PROVINCES: readonly ActiveProvince[] = z.array(ActiveProvince).parse(file.provinces);
export const DEMO_ORGANISATIONS = z.array(Organisation).parse(file.organisations);
