import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { datasetOf } from '../datasets/index.ts';
import { LIST_SHEET, type TemplateCell, toTemplate } from '../datasets/template.ts';
import { dropDownLists } from './drop-down-lists.ts';

/** The workbook to fill in for a dataset, as the bytes of an .xlsx file. */
export async function writeTemplate(id: string): Promise<Uint8Array> {
  const template = toTemplate(datasetOf(id));
  const sheets = template.map(({ name, rows, widths }) => ({
    sheet: name,
    data: rows.map((row, index) => row.map((value) => toCell(value, index === 0))),
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    dateFormat: 'yyyy-mm-dd',
  }));
  const dropDowns = template[0]?.dropDowns ?? [];
  return new Uint8Array(await writeExcelFile(sheets, { features: [dropDownLists(dropDowns, LIST_SHEET)] }).toBuffer());
}

function toCell(value: TemplateCell, isHead: boolean): Cell {
  if (value === null || value === '') return null;
  return { value, wrap: !isHead, alignVertical: 'top', ...(isHead ? { fontWeight: 'bold' } : {}) };
}
