import type { FileNote } from '@atlas/server/contracts';
import { formatNumber } from '../cartography/format.ts';
import type { Translate } from '../i18n/index.ts';
import type { Language } from '../view.ts';

/** What is worth knowing of a file, in the reader's language. */
export function remarkText({ note, values, file, parts }: FileNote, { text, language }: { text: Translate; language: Language }): string {
  const number = (value: number) => formatNumber(language, value, Number.isInteger(value) ? 0 : 2);
  const written = Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? number(value) : value]);
  const words = text(`notes.${note}`, Object.fromEntries(written));
  const went = parts?.map(({ way, sum }) => text(`notes.went-${way}`, { sum: number(sum) })).join(' + ');
  const whole = went === undefined ? words : `${words} = ${went}`;
  return file === null ? whole : `${text('notes.file', { file: number(file) })} ${whole}`;
}
