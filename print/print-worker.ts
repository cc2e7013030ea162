import { parentPort, workerData } from 'node:worker_threads';
import type { PrintJob } from './job.ts';

/** A print, or what went wrong, for the log of the server. */
export type PrintAnswer = { bytes: Uint8Array<ArrayBuffer> } | { failed: string };

if (parentPort === null) throw new Error('prints are drawn in a worker thread');
const made = await draw(workerData as PrintJob);
// Handed over, not copied: the server goes on answering.
parentPort.postMessage(made, 'bytes' in made ? [made.bytes.buffer] : []);

async function draw(job: PrintJob): Promise<PrintAnswer> {
  try {
    // Loaded here, so that a font or a library that is not there is said in the log, too.
    const { drawPrint } = await import('./draw.ts');
    return { bytes: new Uint8Array(await drawPrint(job)) };
  } catch (error) {
    return { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
