import type { GridAnswer } from './grid.ts';
import { holdsSomething, readSheetLines } from './sheet.ts';
import { judgeWorkbook } from './workbook-guard.ts';
import { readWorkbook, textOf } from './workbook-parts.ts';

/** The first sheet of an .xlsx workbook, and what the others are called. Throws `OverLimit`. */
export function readSheets(bytes: Uint8Array): GridAnswer {
  const judged = judgeWorkbook(bytes);
  if ('fault' in judged) return { damaged: judged.fault };
  const { parts } = judged;
  const workbook = readWorkbook(parts);
  const [first, ...others] = workbook.sheets;
  return {
    grid: {
      lines: first === undefined ? [] : readSheetLines(textOf(parts, first.path), workbook),
      otherSheets: others.flatMap(({ name, path }) => (holdsSomething(textOf(parts, path), workbook) ? [name] : [])),
    },
  };
}
