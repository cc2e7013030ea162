import { z } from 'zod';
import { Pcode } from '../../server/contracts/pcode.ts';
import file from './provinces.json' with { type: 'json' };

const ProvinceFact = z.strictObject({
  code: Pcode,
  nameEn: z.string().min(1),
  nameKm: z.string().min(1),
  lng: z.number(),
  lat: z.number(),
  communes: z.number().int().positive(),
  villages: z.number().int().positive(),
  population2019: z.number().int().positive(),
});
export type ProvinceFact = z.infer<typeof ProvinceFact>;

/** The 25 provinces: names, number of communes and villages, people counted in the census of 2019. */
export const PROVINCES: readonly ProvinceFact[] = z.array(ProvinceFact).parse(file.provinces);
