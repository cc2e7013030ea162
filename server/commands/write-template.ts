import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { DATASETS } from '../datasets/index.ts';
import { type TemplateCell, toTemplate } from '../datasets/template.ts';

/** Datasets with a workbook to fill in. */
export const TEMPLATE_IDS = ['vsnp-assessments', 'networks', 'network-reports', 'workshops', 'flows'] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];

/** The workbook to fill in for a dataset, as the bytes of an .xlsx file. */
export async function writeTemplate(id: TemplateId): Promise<Uint8Array> {
  const sheets = toTemplate(DATASETS[id]).map(({ name, rows, widths }) => ({
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
