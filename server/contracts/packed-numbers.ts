/** The first character that stands for a number: what lies before it would be escaped in JSON. */
const FIRST = 0x23;
/** Numbers from here on take two characters; so no character falls among the surrogates. */
const WIDE = 0x8000;

/** Whole numbers from 0 to 2^28 as text, one character for each below 32,768: brotli packs them closer than as digits. */
export function toText(numbers: readonly number[]): string {
  return numbers
    .map((number) => (number < WIDE ? character(number) : character(WIDE + (number >> 15)) + character(number & 0x7fff)))
    .join('');
}

/** The numbers of a text; the inverse of `toText`. */
export function toNumbers(text: string): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const number = text.charCodeAt(at) - FIRST;
    if (number < WIDE) numbers.push(number);
    else numbers.push(((number - WIDE) << 15) | (text.charCodeAt(++at) - FIRST));
  }
  return numbers;
}

function character(number: number): string {
  return String.fromCharCode(FIRST + number);
}

/** Small numbers of either sign as small numbers: 0, -1, 1, -2 … as 0, 1, 2, 3 … */
export function toUnsigned(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

/** The inverse of `toUnsigned`. */
export function toSigned(number: number): number {
  return number % 2 === 1 ? -(number + 1) / 2 : number / 2;
}
