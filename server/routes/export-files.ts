import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { ErrorAnswer } from '../contracts/error.ts';
import { FILE_FORMATS, FILE_TYPES, type FileFormat, type FileOrder } from '../exports/file.ts';
import type { FileAnswer } from '../exports/file-worker.ts';
import { answerOfThread } from '../intake/in-a-thread.ts';
import { problem } from '../problem.ts';
import { answer, BAD_PARAMETER, NOT_FOUND } from './router.ts';
import { createQueue } from './work-queue.ts';

/** Parameters of every route that sends a file. */
export const FILE = {
  format: z
    .enum(FILE_FORMATS)
    .openapi({ description: 'gpkg: a GeoPackage, the gap list as points; dictionary: the meaning of the fields, as CSV' }),
  hxl: z.enum(['yes', 'no']).default('no').openapi({ description: 'yes: a line of HXL tags under the heads' }),
};

/** Answers of every route that sends a file. */
export const FILE_RESPONSES = {
  200: {
    description: 'The file; codes are text, and what has no number has a blank, never a zero',
    content: Object.fromEntries(Object.values(FILE_TYPES).map((type) => [type, { schema: z.string() }])),
  },
  400: BAD_PARAMETER,
  404: NOT_FOUND,
  503: answer('Too many files are being made, or this one took too long; ask again after the seconds named in Retry-After', ErrorAnswer),
};

const WORKER = new URL('../exports/file-worker.ts', import.meta.url);
/** Two cores serve readers: one file at a time. */
const QUEUE = { atOnce: 1, mostWaiting: 16 };
const LIMITS = { seconds: 60, megabytes: 512 };
const RETRY_SECONDS = 5;

const queue = createQueue(QUEUE);

/**
 * Sends a sheet as a file, made in a thread of its own: the server goes on answering meanwhile. `toOrder` is asked when its
 * turn has come: what waits costs nothing. `name` is the file's, without its ending.
 */
export async function sendFile(c: Context, name: string, toOrder: () => Promise<FileOrder>) {
  const made = await queue(async () => {
    const order = await toOrder();
    return { format: order.format, ...(await answerOfThread<FileAnswer>(WORKER, order, LIMITS)) };
  });
  if (made === 'full' || 'fault' in made) {
    c.header('retry-after', String(RETRY_SECONDS));
    return problem(c, 503, 'unavailable');
  }
  if ('failed' in made) throw new Error(`a file could not be made: ${made.failed}`);
  return c.body(made.bytes, 200, toHeaders(name, made.format));
}

function toHeaders(name: string, format: FileFormat): Record<string, string> {
  const extension = format === 'dictionary' ? '-fields.csv' : `.${format}`;
  return { 'content-type': FILE_TYPES[format], 'content-disposition': `attachment; filename="${name}${extension}"` };
}
