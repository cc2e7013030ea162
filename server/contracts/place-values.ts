import { STATE_LETTERS, VALUE_STATES } from './lists.ts';
import type { ValueState } from './state.ts';
import type { ValueColumns } from './values.ts';

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

/** Unpacks the columns to one `PlaceValue` a place, in place order. Throws when the columns do not fit together. */
export function toPlaceValues(columns: Pick<ValueColumns, 'states' | 'values' | 'numerators'>): PlaceValue[] {
  let nextValue = 0;
  let nextNumerator = 0;
  const hasNumerators = columns.numerators.length > 0;
  const take = (list: readonly number[], index: number): number => {
    const number = list[index];
    if (number === undefined) throw new Error('value columns are shorter than their states');
    return number;
  };
  const places = Array.from(columns.states, (letter): PlaceValue => {
    const state = stateOfLetter(letter);
    if (state === 'value') {
      const value = take(columns.values, nextValue++);
      return { state, value, numerator: hasNumerators ? take(columns.numerators, nextNumerator++) : undefined };
    }
    if (state === 'no-denominator') return { state, numerator: take(columns.numerators, nextNumerator++) };
    return { state };
  });
  if (nextValue !== columns.values.length || nextNumerator !== columns.numerators.length) {
    throw new Error('value columns are longer than their states');
  }
  return places;
}

/** Packs one `PlaceValue` a place to columns; the inverse of `toPlaceValues`. */
export function toValueColumns(places: readonly PlaceValue[]): Pick<ValueColumns, 'states' | 'values' | 'numerators'> {
  const states = places.map((place) => STATE_LETTERS[place.state]).join('');
  const values = places.flatMap((place) => (place.state === 'value' ? [place.value] : []));
  const numerators = places.flatMap((place) => {
    if (place.state === 'no-denominator') return [place.numerator];
    return place.state === 'value' && place.numerator !== undefined ? [place.numerator] : [];
  });
  return { states, values, numerators };
}
