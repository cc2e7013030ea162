import { z } from 'zod';
import { FILE_NOTES, type FileNoteCode, NUMBERS_WENT, type NumbersWent } from './file-note-words.ts';

/** `file` counts from 1 where there are several; `parts` are sums by where they went. */
export const FileNote = z.object({
  note: z.enum(Object.keys(FILE_NOTES) as [FileNoteCode, ...FileNoteCode[]]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  file: z.number().int().nullable(),
  parts: z.array(z.object({ way: z.enum(Object.keys(NUMBERS_WENT) as [NumbersWent, ...NumbersWent[]]), sum: z.number() })).optional(),
});
export type FileNote = z.infer<typeof FileNote>;

export function fileNote(note: FileNoteCode, values: FileNote['values'], file: number | null = null): FileNote {
  return { note, values, file };
}

/** A note as an English sentence. */
export function noteSentence({ note, values, file, parts }: FileNote): string {
  const written = (value: string | number | undefined) => (typeof value === 'number' ? english(value) : (value ?? ''));
  const words = FILE_NOTES[note].replace(/\{(\w+)\}/g, (_, name: string) => written(values[name]));
  const went = parts?.map(({ way, sum }) => `${english(sum)} ${NUMBERS_WENT[way]}`).join(' + ');
  return `${file === null ? '' : `file ${file}, `}${words}${went === undefined ? '' : ` = ${went}`}.`;
}

function english(number: number): string {
  return number.toLocaleString('en', { maximumFractionDigits: 2 });
}
