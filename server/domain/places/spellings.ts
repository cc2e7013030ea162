import { toSearchText } from './search-text.ts';

export type OtherName = { name: string; official: string };

/** From here on the beginning of another name stands for it. */
const FEWEST_LETTERS = 4;

/**
 * Search texts that mean the same place as what was typed: itself; without an r that only lengthens the vowel before it
 * (Thmar, Kork); with the v that some write as a vowel (Ou Chrou); and the official name where it is called otherwise.
 * @example toSpellings('tuolkork', []) // ['tuolkork', 'tuolkok']
 */
export function toSpellings(text: string, otherNames: readonly OtherName[]): string[] {
  const official = otherNames.filter(({ name }) => isNamed(text, toSearchText(name))).map((other) => toSearchText(other.official));
  const withoutLengthening = text.replace(/([aeiou])r(?![aeiouy])/g, '$1');
  return [...new Set([text, withoutLengthening, text.replace(/ou$/, 'ov'), ...official])];
}

function isNamed(text: string, name: string): boolean {
  return text === name || (text.length >= FEWEST_LETTERS && name.startsWith(text));
}
