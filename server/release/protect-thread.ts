import { Worker } from 'node:worker_threads';
import type { ReleasedRegister, ReleasedTable } from '../contracts/release.ts';
import type { LatticeGiven } from '../domain/disclosure/children-lattice.ts';
import type { ProtectionOptions } from '../domain/disclosure/protect.ts';
import type { Protected, RegisterGiven } from './protected-tables.ts';

export type ProtectionGiven = {
  children: LatticeGiven;
  registers: RegisterGiven;
  named: { edition: string; period: string };
  threshold: number;
};
export type ProtectionDone = { children: Protected<ReleasedTable>; registers: Protected<ReleasedRegister> };
/** What the thread says: how far it is, what came of it, or why nothing did. */
export type ProtectionMessage = { step: 'withholding' | 'proving'; share: number } | { done: ProtectionDone } | { failed: string };

/** Withholds and proves in a thread of its own, so that a serving program goes on answering. Throws when it fails. */
export async function protectInThread(given: ProtectionGiven, progress: ProtectionOptions['progress'] = () => {}): Promise<ProtectionDone> {
  const worker = new Worker(new URL('./protect-worker.ts', import.meta.url), {
    workerData: given,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  try {
    return await new Promise<ProtectionDone>((resolve, reject) => {
      worker.on('message', (message: ProtectionMessage) => {
        if ('step' in message) progress(message.step, message.share);
        else if ('done' in message) resolve(message.done);
        else reject(new Error(message.failed));
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the thread that protects a release has ended')));
    });
  } finally {
    await worker.terminate();
  }
}
