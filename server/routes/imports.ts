import { timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { stream } from 'hono/streaming';
import { carryOut, type OrderFiles } from '../commands/carry-out.ts';
import { bringsRealData, Order } from '../commands/order.ts';
import type { Database } from '../db/database.ts';
import type { SourceFile } from '../intake/read-table.ts';
import { problem } from '../problem.ts';

/** How commands on the same machine hand their work to this server. */
export type HandOver = {
  /** Secret that only who may read the data folder's lock knows. */
  secret: string;
  /** False when the server can be reached from other machines: it takes no real data then. */
  isLoopback: boolean;
};

export type ImportDependencies = {
  database: Database;
  releases?: string | undefined;
  handOver: HandOver;
  logError: (requestId: string, error: unknown) => void;
};

/** A line of the answer: a step under way, the outcome at the end, or the id of a request that failed. */
export type HandOverLine = { step: string } | { outcome: unknown } | { failed: string };

const ONLY_LOOPBACK =
  'The running server can be reached from other machines and takes no real data; start it without HOST, or with HOST=127.0.0.1.';

/**
 * `POST /imports` with the lock's secret: an order and its files as a form, answered line by line (NDJSON) while it runs.
 * Without the secret there is nothing here.
 */
export function importRoutes({ database, releases, handOver, logError }: ImportDependencies) {
  let last: Promise<unknown> = Promise.resolve();
  return new Hono().post('/imports', async (c) => {
    if (!isSecret(c.req.header('authorization'), handOver.secret)) return problem(c, 404, 'not-found');
    const form = await c.req.formData();
    const order = Order.safeParse(parseJson(form.get('order')));
    if (!order.success) return problem(c, 400, 'bad-parameter', 'order');
    const given = await readFiles(form);
    const requestId = String(c.get('requestId' as never) ?? '');
    c.header('content-type', 'application/x-ndjson');
    return stream(c, async (answer) => {
      // Lines leave in order although steps are said without waiting.
      let written: Promise<unknown> = Promise.resolve();
      const tell = (line: HandOverLine) => {
        written = written.then(() => answer.write(`${JSON.stringify(line)}\n`));
      };
      const work = async () => {
        if (bringsRealData(order.data) && !handOver.isLoopback) return tell({ outcome: { refused: ONLY_LOOPBACK } });
        tell({ outcome: await carryOut(database, { order: order.data, given, releases }, (step) => tell({ step })) });
      };
      // One at a time: each import links and publishes what the one before it left.
      last = last.then(work).catch((error: unknown) => {
        logError(requestId, error);
        tell({ failed: requestId });
      });
      await last;
      await written;
    });
  });
}

async function readFiles(form: FormData): Promise<OrderFiles> {
  const read = async (entry: FormDataEntryValue): Promise<SourceFile[]> =>
    typeof entry === 'string' ? [] : [{ name: entry.name, bytes: new Uint8Array(await entry.arrayBuffer()) }];
  const codes = form.get('codes');
  return {
    files: (await Promise.all(form.getAll('file').map(read))).flat(),
    codes: codes === null ? undefined : (await read(codes))[0],
  };
}

function isSecret(header: string | undefined, secret: string): boolean {
  const [given, wanted] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${secret}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

function parseJson(text: FormDataEntryValue | null): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}
