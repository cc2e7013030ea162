import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { compile, copyText, type Database, DatabaseUnavailable, identifier, type Queryable } from './database.ts';
import { createQueue } from './queue.ts';

export type EmbeddedRequest = { id: number } & (
  | { kind: 'query'; text: string; parameters: unknown[] }
  | { kind: 'script'; text: string }
  | { kind: 'copy'; text: string; rows: string }
  | { kind: 'dump' }
  | { kind: 'settle' }
  | { kind: 'close' }
);

type EmbeddedAsk = EmbeddedRequest extends infer One ? (One extends { id: number } ? Omit<One, 'id'> : never) : never;

export type EmbeddedAnswer = {
  id: number;
  rows?: object[];
  archive?: Uint8Array;
  error?: { message: string; code: string | undefined };
};

export type EmbeddedDatabase = Database & {
  /** The data folder as a gzipped archive, from which another database opens faster than from nothing. */
  dump(): Promise<Uint8Array>;
};

type Waiting = { resolve: (answer: EmbeddedAnswer) => void; reject: (error: Error) => void };

/**
 * Opens PGlite with PostGIS in a worker thread, so that its work never stalls the event loop.
 * `folder` undefined keeps the data in memory. The caller holds the folder's lock (`lock.ts`).
 */
export async function openEmbedded(folder: string | undefined, archive?: Uint8Array): Promise<EmbeddedDatabase> {
  const dataDir = folder === undefined ? undefined : join(folder, 'database');
  if (folder !== undefined) await mkdir(folder, { recursive: true });
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: { dataDir, archive },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ask = conversation(worker);
  try {
    await ask.opened;
  } catch (error) {
    await worker.terminate();
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(`The embedded database in the data folder cannot be opened (${reason}).`);
  }

  // One session only: a transaction keeps everybody else waiting until it ends.
  const enqueue = createQueue(1);
  const direct = queryable(ask.send);
  return {
    home: 'embedded',
    query: (statement) => enqueue(() => direct.query(statement)),
    script: (text) => enqueue(() => direct.script(text)),
    copyIn: (table, columns, rows) => enqueue(() => direct.copyIn(table, columns, rows)),
    transaction: (work) => enqueue(() => runTransaction(direct, work)),
    dump: () =>
      enqueue(async () => {
        const answer = await ask.send({ kind: 'dump' });
        if (!answer.archive) throw new Error('the embedded database gave no archive');
        return answer.archive;
      }),
    settle: () =>
      enqueue(async () => {
        await ask.send({ kind: 'settle' });
      }),
    close: () =>
      enqueue(async () => {
        await ask.send({ kind: 'close' });
        await worker.terminate();
      }),
  };
}

function conversation(worker: Worker): { opened: Promise<EmbeddedAnswer>; send: (request: EmbeddedAsk) => Promise<EmbeddedAnswer> } {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const expect = (id: number) => new Promise<EmbeddedAnswer>((resolve, reject) => waiting.set(id, { resolve, reject }));
  const opened = expect(0);

  worker.on('message', (answer: EmbeddedAnswer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.error) asker?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
    else asker?.resolve(answer);
  });
  const fail = (error: Error) => {
    for (const asker of waiting.values()) asker.reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the embedded database has stopped')));

  return {
    opened,
    send(request) {
      lastId += 1;
      const answer = expect(lastId);
      worker.postMessage({ ...request, id: lastId });
      return answer;
    },
  };
}

function queryable(send: (request: EmbeddedAsk) => Promise<EmbeddedAnswer>): Queryable {
  return {
    async query<Row extends object>(statement: Parameters<Queryable['query']>[0]) {
      const { text, parameters } = compile(statement);
      const answer = await send({ kind: 'query', text, parameters });
      return (answer.rows ?? []) as Row[];
    },
    async script(text) {
      await send({ kind: 'script', text });
    },
    async copyIn(table, columns, rows) {
      const { text, count } = copyText(rows);
      const names = columns.map(identifier).join(', ');
      await send({ kind: 'copy', text: `copy ${identifier(table)} (${names}) from '/dev/blob'`, rows: text });
      return count;
    },
  };
}

async function runTransaction<Result>(direct: Queryable, work: (tx: Queryable) => Promise<Result>): Promise<Result> {
  await direct.script('begin');
  try {
    const result = await work(direct);
    await direct.script('commit');
    return result;
  } catch (error) {
    await direct.script('rollback');
    throw error;
  }
}
