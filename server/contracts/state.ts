import { z } from 'zod';
import { VALUE_STATES } from './lists.ts';

export { STATE_LETTERS, VALUE_STATES } from './lists.ts';
export { stateOfLetter } from './place-values.ts';

/**
 * What a number on the map says of a place.
 * `value`: assessed, above zero. `zero`: assessed, none found. `not-assessed`: nobody has looked, or the
 * source has no figure. `no-denominator`: counted, but without a base to rate it by. `withheld`: known, and
 * not shown, to protect children.
 */
export const ValueState = z.enum(VALUE_STATES);
export type ValueState = z.infer<typeof ValueState>;
