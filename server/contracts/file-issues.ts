import { z } from 'zod';
import { ColumnQuestion } from './choices.ts';
import { FILE_FAULTS, type FileFaultCode } from './file-faults.ts';
import { FILE_ISSUES, type FileIssueCode } from './file-issue-words.ts';

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
