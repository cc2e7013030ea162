import readExcelFile from 'read-excel-file/node';
import type { GridAnswer } from './grid.ts';
import { createRowCounter } from './table-limits.ts';
import { judgeWorkbook } from './workbook-guard.ts';

/** The first sheet of an .xlsx workbook, and what the others are called. Throws `OverLimit`. */
export async function readSheets(bytes: Uint8Array): Promise<GridAnswer> {
  const judged = judgeWorkbook(bytes);
  if ('fault' in judged) return { damaged: judged.fault };
  const [first, ...others] = await readExcelFile(Buffer.from(judged.texts));
  const rows: readonly (readonly unknown[])[] = first?.data ?? [];
  rows.forEach(createRowCounter());
  return {
    grid: {
      lines: rows.map((cells, index) => ({ number: index + 1, cells })),
      otherSheets: others.flatMap(({ sheet, data }) => (data.length === 0 ? [] : [sheet])),
    },
  };
}
