import { cleanText } from '../domain/places/clean-text.ts';
import { readableText } from '../domain/places/readable-text.ts';
import { Unreadable } from './cell-readers.ts';
import { cell } from './cells.ts';

/** Names are short, and hold no telephone number. */
const LONGEST = 80;
/** Marks that names in the gazetteer hold, some of them quotes around a letter. */
const MARKS = ` .,'’()/"‹›«»“”-`;
const LATIN = toForm('Latin');
const KHMER = toForm('Khmer');
const MANY_DIGITS = /[\d០-៩]{4}/;

/** Name of a place in Latin letters; null when blank. */
export const LatinNameCell = cell((value): string | null | Unreadable => {
  const name = nameIn(value);
  return name === null || isName(name, LATIN) ? name : new Unreadable('no-latin-name');
});

/** Name of a place in Khmer letters, its digits as they stand; null when blank. */
export const KhmerNameCell = cell((value): string | null | Unreadable => {
  const name = nameIn(value);
  return name === null || isName(name, KHMER) ? name : new Unreadable('no-khmer-name');
});

/** Spellings of a name in either script, parted by `;`, each once. */
export const SpellingsCell = cell((value): string[] | Unreadable => {
  const names = (nameIn(value) ?? '').split(';').map((name) => name.trim());
  const stated = names.filter((name) => name !== '');
  return stated.every((name) => isName(name, LATIN) || isName(name, KHMER)) ? [...new Set(stated)] : new Unreadable('no-spelling');
});

/** A name that only helps whoever reads the file: null where it is blank or none. */
export const StepNameCell = cell((value): string | null => {
  const name = nameIn(value);
  return name !== null && (isName(name, LATIN) || isName(name, KHMER)) ? name : null;
});

function nameIn(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = cleanText(readableText(String(value)));
  return text === '' ? null : text;
}

function isName(name: string, form: RegExp): boolean {
  return name.length <= LONGEST && form.test(name) && !MANY_DIGITS.test(name);
}

/** Letters of one script, at least one of them, with digits and marks; it begins with a letter or a digit. */
function toForm(script: 'Latin' | 'Khmer'): RegExp {
  const letter = `\\p{Script=${script}}`;
  return new RegExp(`^(?=.*${letter})[${letter}\\d][${letter}\\p{M}\\d${MARKS}]*$`, 'u');
}
