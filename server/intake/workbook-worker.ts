import { parentPort, workerData } from 'node:worker_threads';
import readExcelFile from 'read-excel-file/node';
import type { WorkbookAnswer } from './workbook.ts';
import { whyUnsafe } from './workbook-guard.ts';

if (parentPort === null) throw new Error('workbooks are opened in a worker thread');
parentPort.postMessage(await open(workerData as Uint8Array));

async function open(bytes: Uint8Array): Promise<WorkbookAnswer> {
  try {
    const refused = whyUnsafe(bytes);
    if (refused !== undefined) return { refused };
    return { sheets: (await readExcelFile(Buffer.from(bytes))).map(({ sheet, data }) => ({ sheet, data })) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}
