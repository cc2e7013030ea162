import { z } from 'zod';

/**
 * What a number on the map says of a place.
 * `value`: assessed, above zero. `zero`: assessed, none found. `not-assessed`: nobody has looked, or the
 * source has no figure. `no-denominator`: counted, but without a base to rate it by. `withheld`: known, and
 * not shown, to protect children.
 */
export const ValueState = z.enum(['value', 'zero', 'not-assessed', 'no-denominator', 'withheld']);
export type ValueState = z.infer<typeof ValueState>;
export const VALUE_STATES = ValueState.options;

/** One letter a state, in columns that travel. */
export const STATE_LETTERS: Readonly<Record<ValueState, string>> = {
  value: 'v',
  zero: 'z',
  'not-assessed': 'n',
  'no-denominator': 'd',
  withheld: 'w',
};

/** State of a letter; throws on a letter that is none, because an unknown state must never look like an empty one. */
export function stateOfLetter(letter: string): ValueState {
  const state = VALUE_STATES.find((candidate) => STATE_LETTERS[candidate] === letter);
  if (state === undefined) throw new Error(`unknown value state "${letter}"`);
  return state;
}
