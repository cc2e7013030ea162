import { formatNumber } from '../cartography/format.ts';
import type { Translate } from '../i18n/index.ts';
import type { Language } from '../view.ts';

/** Where something stands in a file, `line 5` or `file 2, row 5`, in the reader's language; other words stay as they are. */
export function whereText(where: string, { text, language }: { text: Translate; language: Language }): string {
  const [, file, line] = /^(?:file (\d+), )?(?:line|row|record) (\d+)$/.exec(where) ?? [];
  if (line === undefined) return where;
  const number = (digits: string) => formatNumber(language, Number(digits));
  return file === undefined
    ? text('uploads.line', { line: number(line) })
    : text('uploads.lineOfFile', { file: number(file), line: number(line) });
}
