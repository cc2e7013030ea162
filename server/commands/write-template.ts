import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { type TemplateCell, vsnpTemplate } from '../datasets/template.ts';

/** The workbook to fill in for VSNP assessments, as the bytes of an .xlsx file. */
export async function writeVsnpTemplate(): Promise<Uint8Array> {
  const sheets = vsnpTemplate().map(({ name, rows, widths }) => ({
    sheet: name,
    data: rows.map((row, index) => row.map((value) => toCell(value, index === 0))),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    dateFormat: 'yyyy-mm-dd',
  }));
  return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}

function toCell(value: TemplateCell, isHead: boolean): Cell {
  if (value === null || value === '') return null;
  return { value, wrap: !isHead, alignVertical: 'top', ...(isHead ? { fontWeight: 'bold' } : {}) };
}
