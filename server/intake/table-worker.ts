import { parentPort, workerData } from 'node:worker_threads';
import { fileFault } from '../contracts/file-faults.ts';
import type { GridAnswer, GridFormat, PackedAnswer } from './grid.ts';
import { packLines } from './packed-lines.ts';
import { OverLimit } from './table-limits.ts';

if (parentPort === null) throw new Error('tables are read in a worker thread');
const { format, bytes } = workerData as { format: GridFormat; bytes: Uint8Array };

async function answer(): Promise<GridAnswer> {
  try {
    return await READERS[format]();
  } catch (error) {
    if (error instanceof OverLimit) return { fault: error.fault };
    // The message of a parser may repeat what it stumbled over: it goes no further.
    return { damaged: fileFault('damaged', { sign: error instanceof Error ? error.name : 'unknown' }) };
  }
}

/** Each loads only what it needs: a small table is open sooner. */
const READERS: Readonly<Record<GridFormat, () => Promise<GridAnswer>>> = {
  workbook: async () => {
    const { readSheets } = await import('./workbook.ts');
    return readSheets(bytes);
  },
  'open-document': async () => {
    const { readOpenDocument } = await import('./open-document.ts');
    return readOpenDocument(bytes);
  },
  delimited: async () => {
    const { readDelimited } = await import('./delimited.ts');
    return readDelimited(bytes);
  },
  records: async () => {
    const { readRecords } = await import('./records.ts');
    return readRecords(bytes);
  },
};

function pack(read: GridAnswer): PackedAnswer {
  return 'grid' in read ? { packed: packLines(read.grid.lines), otherSheets: read.grid.otherSheets } : read;
}

const packed = pack(await answer());
parentPort.postMessage(
  packed,
  'packed' in packed ? [packed.packed.cells.buffer, packed.packed.ends.buffer, packed.packed.numbers.buffer] : [],
);
