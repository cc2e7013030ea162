import { parentPort, workerData } from 'node:worker_threads';
import { type FileOrder, writeFile } from './file.ts';

/** A file, or what went wrong, for the log of the server. */
export type FileAnswer = { bytes: Uint8Array<ArrayBuffer> } | { failed: string };

if (parentPort === null) throw new Error('exports are written in a worker thread');
const made = await write(workerData as FileOrder);
// Handed over, not copied: the server goes on answering.
parentPort.postMessage(made, 'bytes' in made ? [made.bytes.buffer] : []);

async function write(order: FileOrder): Promise<FileAnswer> {
  try {
    return { bytes: new Uint8Array(await writeFile(order)) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
