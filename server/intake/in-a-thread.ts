import { Worker } from 'node:worker_threads';

/** What the work of a thread may take. */
export type ThreadLimits = { seconds: number; megabytes: number };

/**
 * What a thread of its own makes of a file. The thread is ended when it takes too long or too much, so that a hostile file
 * costs the server nothing; `refused` is the end of a sentence.
 */
export async function answerOfThread<Answer>(
  script: URL,
  workerData: unknown,
  { seconds, megabytes }: ThreadLimits,
): Promise<Answer | { refused: string }> {
  const worker = new Worker(script, {
    workerData,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer | { refused: string }>((resolve) => {
      timer = setTimeout(() => resolve({ refused: `takes more than ${seconds} seconds to open` }), seconds * 1000);
      worker.on('message', resolve);
      worker.on('error', ({ message }) =>
        resolve({ refused: /memory/i.test(message) ? 'takes too much memory to open' : 'cannot be opened' }),
      );
      worker.on('exit', () => resolve({ refused: 'cannot be opened' }));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
