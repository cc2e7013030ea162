import { createRequire } from 'node:module';

type Cell = string | number | Date | null;
type WriteWorkbook = (rows: readonly (readonly Cell[])[], sheet: object) => { toBuffer(): Promise<Buffer> };

/** The library belongs to the server; the tests borrow it. */
const { default: writeWorkbook } = createRequire(new URL('../../server/package.json', import.meta.url))('write-excel-file/node') as {
  default: WriteWorkbook;
};

/** An .xlsx workbook of one sheet, its rows as given. */
export async function workbook(name: string, rows: readonly (readonly Cell[])[]): Promise<{ name: string; bytes: Uint8Array }> {
  return { name, bytes: new Uint8Array(await writeWorkbook(rows, { sheet: 'Sheet1', dateFormat: 'yyyy-mm-dd' }).toBuffer()) };
}
