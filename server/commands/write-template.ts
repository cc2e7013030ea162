import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { datasetOf } from '../datasets/index.ts';
import { type TemplateCell, toTemplate } from '../datasets/template.ts';

/** The workbook to fill in for a dataset, as the bytes of an .xlsx file. */
export async function writeTemplate(id: string): Promise<Uint8Array> {
  const sheets = toTemplate(datasetOf(id)).map(({ name, rows, widths }) => ({
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
