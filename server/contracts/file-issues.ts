import { z } from 'zod';
import { ColumnQuestion } from './choices.ts';
import { FILE_FAULTS, type FileFaultCode } from './file-faults.ts';

/**
 * Why a whole file, or an undo, is refused, in English; the page has the same in Khmer. `{…}` stands for a number, a day or
 * the key of a column: what the file says is not repeated.
 */
export const FILE_ISSUES = {
  'no-places': 'No real places are loaded yet, and real numbers never stand on the demonstration; import a gazetteer or boundaries first.',
  'no-row': 'There is no row of data.',
  'missing-columns': 'There is no column {columns}.',
  'two-columns': 'Two columns of the file both are {column}.',
  demonstration: 'The file holds demonstration data: invented numbers never stand on real places.',
  'rows-rejected': '{count} rows cannot be taken, and all or nothing was asked for.',
  'no-year': 'The year stated is no year.',
  'no-indicator': 'There is no indicator of this name that a table can feed; there are {indicators}.',
  'no-upload': 'There is no upload {upload}.',
  'undone-already': 'Upload {upload} has been taken back already, on {day}.',
} as const;

export type FileIssueCode = keyof typeof FILE_ISSUES;

const CODES = [...Object.keys(FILE_ISSUES), ...Object.keys(FILE_FAULTS)] as [FileIssueCode | FileFaultCode, ...FileFaultCode[]];

/** A refusal in parts, for a reader of another language; `asks` where naming the columns would help. */
export const FileIssue = z.object({
  issue: z.enum(CODES),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  asks: ColumnQuestion.optional(),
});
export type FileIssue = z.infer<typeof FileIssue>;

/** An import or undo that was not done, and why, in one plain sentence; nothing has changed. */
export const Refusal = z.object({ refused: z.string(), because: FileIssue.optional() });
export type Refusal = z.infer<typeof Refusal>;

/** The sentence of an issue in English; columns by label and key. */
export function fileIssueSentence({ issue, values, asks }: FileIssue): string {
  const called = (key: string) => {
    const label = asks?.columns.find((column) => column.key === key)?.en;
    return label === undefined ? key : `"${label}" (${key})`;
  };
  const written = (name: string) => {
    const value = String(values[name] ?? '');
    return /^columns?$/.test(name) ? value.split(', ').map(called).join(', ') : value;
  };
  return { ...FILE_ISSUES, ...FILE_FAULTS }[issue].replace(/\{(\w+)\}/g, (_, name: string) => written(name));
}
