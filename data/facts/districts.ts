import { z } from 'zod';
import { Pcode } from '../../server/contracts/pcode.ts';
import file from './districts.json' with { type: 'json' };

const DistrictFact = z.strictObject({
  code: Pcode,
  nameEn: z.string().min(1),
  nameKm: z.string().min(1),
  lng: z.number(),
  lat: z.number(),
});
export type DistrictFact = z.infer<typeof DistrictFact>;

/** The 210 districts of September 2025, each with a point in the middle of its communes. */
export const DISTRICTS: readonly DistrictFact[] = z.array(DistrictFact).parse(file.districts);
