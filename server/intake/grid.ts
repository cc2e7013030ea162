import type { FileFault } from '../contracts/file-faults.ts';
import { answerOfThread } from './in-a-thread.ts';
import { type Line, type PackedLines, unpackLines } from './packed-lines.ts';

/** The lines of a table, blank ones of a text left out; names of the sheets beside it that hold something. */
export type Grid = { lines: Line[]; otherSheets: string[] };

export type GridFormat = 'workbook' | 'open-document' | 'delimited' | 'records';

/** `fault`: the file is not opened; `damaged`: what is wrong inside of it. */
export type GridAnswer = { grid: Grid } | Faulty;

/** The same as the thread gives it. */
export type PackedAnswer = { packed: PackedLines; otherSheets: string[] } | Faulty;

type Faulty = { fault: FileFault } | { damaged: FileFault };

/** What opening a table may take. */
const LIMITS = { seconds: 20, megabytes: 256 } as const;

/**
 * Reads the cells of a file in a thread of its own, which is ended where it takes too long or too much: a hostile file costs
 * the server nothing. Cells are numbers, texts, dates or null; of JSON they are whatever stood there.
 */
export async function readGrid(format: GridFormat, bytes: Uint8Array): Promise<GridAnswer> {
  const answer = await answerOfThread<PackedAnswer>(new URL('./table-worker.ts', import.meta.url), { format, bytes }, LIMITS);
  return 'packed' in answer ? { grid: { lines: unpackLines(answer.packed), otherSheets: answer.otherSheets } } : answer;
}
