import { parentPort, workerData } from 'node:worker_threads';
import type { ProtectionGiven, ProtectionMessage } from './protect-thread.ts';
import { protectChildren, protectRegisters } from './protected-tables.ts';

if (parentPort === null) throw new Error('a release is protected in a worker thread');
const port = parentPort;
const tell = (message: ProtectionMessage) => port.postMessage(message);
const { children, registers, named, threshold } = workerData as ProtectionGiven;

const SAY_EVERY_MILLISECONDS = 1000;
let saidAt = 0;
const options = {
  threshold,
  progress: (step: 'withholding' | 'proving', share: number) => {
    if (Date.now() - saidAt < SAY_EVERY_MILLISECONDS) return;
    saidAt = Date.now();
    tell({ step, share });
  },
};

try {
  tell({ done: { children: protectChildren(children, named, options), registers: protectRegisters(registers, named, options) } });
} catch (error) {
  tell({ failed: error instanceof Error ? error.message : String(error) });
}
