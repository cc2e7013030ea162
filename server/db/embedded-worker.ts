import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import type { EmbeddedAnswer, EmbeddedRequest } from './embedded.ts';

const port = parentPort;
if (!port) throw new Error('the embedded database runs in a worker thread');

const { dataDir, archive } = workerData as { dataDir: string | undefined; archive: Uint8Array<ArrayBuffer> | undefined };
const opening = PGlite.create({
  ...(dataDir === undefined ? {} : { dataDir }),
  ...(archive === undefined ? {} : { loadDataDir: new Blob([archive]) }),
  extensions: { postgis },
}).then(async (database) => {
  await database.exec('create extension if not exists postgis');
  return database;
});

opening.then(
  () => port.postMessage({ id: 0, rows: [] } satisfies EmbeddedAnswer),
  (error: unknown) => port.postMessage({ id: 0, error: describe(error) } satisfies EmbeddedAnswer),
);

port.on('message', async (request: EmbeddedRequest) => {
  try {
    port.postMessage(await answer(await opening, request));
  } catch (error) {
    port.postMessage({ id: request.id, error: describe(error) } satisfies EmbeddedAnswer);
  }
});

async function answer(database: PGlite, request: EmbeddedRequest): Promise<EmbeddedAnswer> {
  const { id } = request;
  switch (request.kind) {
    case 'query': {
      const result = await database.query(request.text, request.parameters);
      // PGlite swallows GEOS exceptions: the failed statement then carries no command tag.
      if (!('command' in result) || result.command === undefined) {
        throw new Error('the statement failed inside the spatial library without saying why (invalid geometry?)');
      }
      return { id, rows: result.rows as object[] };
    }
    case 'script': {
      await database.exec(request.text);
      return { id, rows: [] };
    }
    case 'copy': {
      await database.query(request.text, [], { blob: new Blob([request.rows]) });
      return { id, rows: [] };
    }
    case 'dump': {
      const file = await database.dumpDataDir('gzip');
      return { id, rows: [], archive: new Uint8Array(await file.arrayBuffer()) };
    }
    case 'settle': {
      await database.exec('checkpoint');
      if (dataDir !== undefined) syncFiles(dataDir);
      return { id, rows: [] };
    }
    case 'close': {
      await database.close();
      return { id, rows: [] };
    }
  }
}

/** PGlite never asks the operating system to write: whoever needs its files on the disk says so here. */
function syncFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncFiles(path);
    else if (entry.isFile()) sync(path);
  }
  if (process.platform !== 'win32') sync(folder);
}

function sync(path: string): void {
  const file = openSync(path, process.platform === 'win32' ? 'r+' : 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function describe(error: unknown): { message: string; code: string | undefined } {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return { message, code };
}
