import { STATE_LETTERS, VALUE_STATES } from './lists.ts';

type ValueState = (typeof VALUE_STATES)[number];

/** State of a letter; throws on a letter that is none, because an unknown state must never look like an empty one. */
export function stateOfLetter(letter: string): ValueState {
  const state = VALUE_STATES.find((candidate) => STATE_LETTERS[candidate] === letter);
  if (state === undefined) throw new Error(`unknown value state "${letter}"`);
  return state;
}

/** One place's value. A number exists only in the states that have one. */
export type PlaceValue =
  | { state: 'value'; value: number; numerator: number | undefined }
  | { state: 'no-denominator'; numerator: number }
  | { state: Exclude<ValueState, 'value' | 'no-denominator'> };

/** Values of many places as columns: one state letter a place, numbers of those that have one. */
type PackedValues = { states: string; values: number[]; numerators: number[] };

/**
 * Unpacks the columns to one `PlaceValue` a place, in place order. Numerators are there for all places that have one, or
 * only for those whose number it is (no denominator). Throws when the columns do not fit together.
 */
export function toPlaceValues(columns: PackedValues): PlaceValue[] {
  const { values, numerators } = columns;
  const states = Array.from(columns.states, stateOfLetter);
  const counted = states.filter((state) => state === 'no-denominator').length;
  const hasAll = numerators.length !== counted;
  const valued = states.filter((state) => state === 'value').length;
  if (values.length !== valued || numerators.length !== counted + (hasAll ? valued : 0)) {
    throw new Error('value columns do not fit their states');
  }
  let nextValue = 0;
  let nextNumerator = 0;
  const take = (list: readonly number[], index: number): number => {
    const number = list[index];
    if (number === undefined) throw new Error('value columns are shorter than their states');
    return number;
  };
  return states.map((state): PlaceValue => {
    if (state === 'value') {
      const value = take(values, nextValue++);
      return { state, value, numerator: hasAll ? take(numerators, nextNumerator++) : undefined };
    }
    if (state === 'no-denominator') return { state, numerator: take(numerators, nextNumerator++) };
    return { state };
  });
}

/** Packs one `PlaceValue` a place to columns; the inverse of `toPlaceValues`. `needed` leaves out the numerators of rates. */
export function toValueColumns(places: readonly PlaceValue[], which: 'all' | 'needed' = 'all'): PackedValues {
  const states = places.map((place) => STATE_LETTERS[place.state]).join('');
  const values = places.flatMap((place) => (place.state === 'value' ? [place.value] : []));
  const numerators = places.flatMap((place) => {
    if (place.state === 'no-denominator') return [place.numerator];
    return which === 'all' && place.state === 'value' && place.numerator !== undefined ? [place.numerator] : [];
  });
  return { states, values, numerators };
}
