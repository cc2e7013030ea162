import type { Column } from '../datasets/dataset.ts';
import { kindMark } from './fields.ts';
import { type ExportCell, type ExportField, type ExportSheet, toSheet } from './sheet.ts';

type Cells = Readonly<Record<string, ExportCell>>;
type Described = { dataset: string; columns: readonly Column[] };

/** All real records of a register as the table they come in by, under the heads of the template, so that the file can be loaded again. */
export function toRecordsSheet({ dataset, columns }: Described, rows: readonly Cells[]): ExportSheet {
  const fields = columns.map(({ key, label, explanation }): ExportField<Cells> => {
    const hxl = { pcode: '#loc+code', period: '#date', quarter: '#date+quarter' }[key] ?? `#meta+${key.replaceAll('-', '_')}`;
    return { key, label, explanation, hxl, cell: (row) => row[key] ?? null };
  });
  const { mark, data } = kindMark<Cells>({ isDemonstration: false });
  return toSheet([...fields, mark], rows, [
    ['data', data],
    ['dataset', dataset],
  ]);
}
