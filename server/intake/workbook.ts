import { answerOfThread } from './in-a-thread.ts';

export type Sheet = { sheet: string; data: unknown[][] };
export type WorkbookAnswer = { sheets: Sheet[] } | { refused: string };

/** What opening a workbook may take. */
const LIMITS = { seconds: 20, megabytes: 256 } as const;

/** The sheets of an .xlsx workbook, cells as numbers, texts, dates or null. Throws with the end of a sentence. */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  const answer = await answerOfThread<WorkbookAnswer>(new URL('./workbook-worker.ts', import.meta.url), bytes, LIMITS);
  if ('sheets' in answer) return answer.sheets;
  throw new Error(answer.refused);
}
