/**
 * Text without control characters and without halves of characters: a damaged file holds them, and neither a report nor
 * the database can.
 * @example readableText('0102\u000001') // '010201'
 */
export function readableText(text: string): string {
  return text.toWellFormed().replace(CONTROL, (character) => (/\s/.test(character) ? ' ' : ''));
}

const CONTROL = /\p{Cc}/gu;
