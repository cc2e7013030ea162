import { stringify } from 'csv-stringify/sync';
import { type ExportCell, type ExportSheet, toDictionary } from './sheet.ts';

/**
 * A sheet as CSV that spreadsheets open rightly: UTF-8 with its mark, so that Khmer stands, and no cell that a spreadsheet
 * would take for a formula. `isTagged` adds a line of HXL tags under the heads.
 */
export function toCsv(sheet: ExportSheet, { isTagged }: { isTagged: boolean }): string {
  const heads = sheet.fields.map(({ key }) => key);
  const tags = sheet.fields.map(({ hxl }) => hxl);
  return write([heads, ...(isTagged ? [tags] : []), ...sheet.rows]);
}

/** The meaning of the fields, as CSV. */
export function toDictionaryCsv(sheet: ExportSheet): string {
  return write(toDictionary(sheet));
}

function write(lines: readonly (readonly ExportCell[])[]): string {
  return stringify(
    lines.map((line) => [...line]),
    { bom: true, record_delimiter: 'windows', escape_formulas: true },
  );
}
