import { z } from 'zod';

/** What is worth knowing of a file that was read, in English; the page has the same in Khmer. */
export const FILE_NOTES = {
  'heads-in': 'the heads are in line {line}; what stands above is not read',
  tags: 'line {line} holds HXL tags and is not read',
  'other-sheets': 'only the first sheet is read, {count} more are not',
  'unread-columns': 'columns not read: {columns}',
  'summed-communes': '{code}, {period}: sum of {codes}',
  'too-many-villages': '{code}, {period}: more villages are stated than the total of villages; the total is left out',
  'stray-villages': 'Villages that no loaded edition has, counted for their commune: {codes}',
  went: '{measure}: {total}',
} as const;

/** Where the parts of a number went, each after its own sum. */
export const NUMBERS_WENT = {
  code: 'by their own code',
  crosswalk: 'led on by the crosswalk',
  'older-edition': 'kept on an older edition',
  rejected: 'in rejected rows',
} as const;
export type NumbersWent = keyof typeof NUMBERS_WENT;

export type FileNoteCode = keyof typeof FILE_NOTES;

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
