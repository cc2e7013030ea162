import { Worker } from 'node:worker_threads';

export type Sheet = { sheet: string; data: unknown[][] };
export type WorkbookAnswer = { sheets: Sheet[] } | { refused: string };

/** What opening a workbook may take. */
const LIMITS = { seconds: 20, megabytes: 256 } as const;

/**
 * The sheets of an .xlsx workbook, cells as numbers, texts, dates or null. Opened in a thread of its own that is ended when
 * it takes too long or too much, so that a hostile file costs the server nothing. Throws with the end of a sentence.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: bytes,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.megabytes },
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const answer = await new Promise<WorkbookAnswer>((resolve) => {
      timer = setTimeout(() => resolve({ refused: `takes more than ${LIMITS.seconds} seconds to open` }), LIMITS.seconds * 1000);
      worker.on('message', resolve);
      worker.on('error', ({ message }) =>
        resolve({ refused: /memory/i.test(message) ? 'takes too much memory to open' : 'cannot be opened' }),
      );
      worker.on('exit', () => resolve({ refused: 'cannot be opened' }));
    });
    if ('sheets' in answer) return answer.sheets;
    throw new Error(answer.refused);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
