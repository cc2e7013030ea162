import { z } from 'zod';
import { BorderCountry } from '../../server/contracts/crossing.ts';
import file from './routes.json' with { type: 'json' };

const YearShape = z.strictObject({ out: z.number().positive(), return: z.number().positive() });
/** People of one year and country, out and back. */
export type YearShape = z.infer<typeof YearShape>;
const Pull = z.record(z.string(), z.number().positive());

export const BY_COUNTRY = z.record(BorderCountry, z.array(YearShape)).parse(file.peopleAYear);
/** How strongly a crossing draws, by id; 1 where nothing is said. */
export const CROSSING_PULL = Pull.parse(file.crossings);
/** How strongly a province of a neighbour draws, by name. */
export const DESTINATION_PULL = Pull.parse(file.destinations);
