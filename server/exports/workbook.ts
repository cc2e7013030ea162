import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { type ExportCell, type ExportSheet, toDictionary } from './sheet.ts';

/** A sheet as .xlsx: the rows, what they are of, and what each field means. Text cells are text: no formula, no lost zero. */
export async function toWorkbook(sheet: ExportSheet, { isTagged }: { isTagged: boolean }): Promise<Uint8Array> {
  const heads = sheet.fields.map(({ key }) => key);
  const tags = isTagged ? [sheet.fields.map(({ hxl }) => hxl)] : [];
  const sheets = [
    { name: 'Values', rows: [heads, ...tags, ...sheet.rows] },
    { name: 'About', rows: sheet.about },
    { name: 'Fields', rows: toDictionary(sheet) },
  ];
  const written = sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row, index) => row.map((value) => toCell(value, index === 0 && name !== 'About'))),
    columns: (rows[0] ?? []).map(() => ({ width: name === 'Values' ? 18 : 40 })),
    ...(name === 'About' ? {} : { stickyRowsCount: 1 }),
  }));
  return new Uint8Array(await writeExcelFile(written).toBuffer());
}

function toCell(value: ExportCell, isHead: boolean): Cell {
  if (value === null) return null;
  const style = isHead ? { fontWeight: 'bold' as const } : {};
  return typeof value === 'number' ? { value, type: Number, ...style } : { value, type: String, ...style };
}
