import { Worker } from 'node:worker_threads';
import { type FileFault, fileFault } from '../contracts/file-faults.ts';

/** What the work of a thread may take. */
export type ThreadLimits = { seconds: number; megabytes: number };

/**
 * What a thread of its own makes of a file. The thread is ended when it takes too long or too much, so that a hostile file
 * costs the server nothing; `fault` says which.
 */
export async function answerOfThread<Answer>(
  script: URL,
  workerData: unknown,
  { seconds, megabytes }: ThreadLimits,
): Promise<Answer | { fault: FileFault }> {
  const worker = new Worker(script, {
    workerData,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer | { fault: FileFault }>((resolve) => {
      timer = setTimeout(() => resolve({ fault: fileFault('too-slow', { seconds }) }), seconds * 1000);
      worker.on('message', resolve);
      worker.on('error', ({ message }) => resolve({ fault: fileFault(/memory/i.test(message) ? 'too-much-memory' : 'unopened') }));
      worker.on('exit', () => resolve({ fault: fileFault('unopened') }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
