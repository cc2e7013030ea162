import { parentPort, workerData } from 'node:worker_threads';
import readExcelFile from 'read-excel-file/node';
import type { WorkbookAnswer } from './workbook.ts';
import { judgeWorkbook } from './workbook-guard.ts';

if (parentPort === null) throw new Error('workbooks are opened in a worker thread');
parentPort.postMessage(await open(workerData as Uint8Array));

async function open(bytes: Uint8Array): Promise<WorkbookAnswer> {
  try {
    const judged = judgeWorkbook(bytes);
    if ('refused' in judged) return judged;
    return { sheets: (await readExcelFile(Buffer.from(judged.texts))).map(({ sheet, data }) => ({ sheet, data })) };
  } catch (error) {
    // The message of a parser may repeat what it stumbled over: it goes no further.
    return { refused: `is damaged (${error instanceof Error ? error.name : 'unknown'})` };
  }
}
