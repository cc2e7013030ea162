import { randomBytes } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { CROSSING_STATUSES, CROSSINGS, CROSSINGS_SOURCE } from '../data/facts/crossings.ts';
import { createApp } from './app.ts';
import type { Database } from './db/database.ts';
import { openEmbedded } from './db/embedded.ts';
import { claimFolder } from './db/folder.ts';
import { openJournal } from './db/journal.ts';
import { type FolderLock, lockFolder } from './db/lock.ts';
import { migrate } from './db/migrate.ts';
import { openPostgres } from './db/postgres.ts';
import { type Env, isLoopback, StartRefused } from './env.ts';
import { replayJournal } from './intake/replay-journal.ts';
import { hasRealData } from './queries/has-real-data.ts';
import { keepCrossings } from './queries/keep-crossings.ts';

export type Home = { database: Database; lock: FolderLock | undefined };

/** Opens the database the environment names, brought to the newest schema; the data folder is locked first. */
export async function openHome(env: Env, say: (step: string) => void): Promise<Home> {
  if (env.DATABASE_URL !== undefined) {
    say('Opening the PostgreSQL database');
    const database = await openPostgres(env.DATABASE_URL);
    await prepare(database);
    return { database, lock: undefined };
  }
  const folder = resolve(env.ATLAS_DATA);
  await claimFolder(folder);
  const lock = await lockFolder(folder);
  try {
    say('Opening the embedded database');
    const database = { ...(await openEmbedded(folder)), journal: await openJournal(folder) };
    await prepare(database);
    await replayJournal(database, say);
    return { database, lock };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Where releases are kept: in the data folder, also beside a PostgreSQL server. */
export function releasesFolder({ ATLAS_DATA }: Env): string {
  return join(resolve(ATLAS_DATA), 'releases');
}

/** Brings the schema, and the facts that come with the program, to the newest. */
async function prepare(database: Database): Promise<void> {
  const applied = await migrate(database);
  if (applied.length > 0) await database.settle();
  await keepCrossings(database, { crossings: CROSSINGS, statuses: CROSSING_STATUSES, source: CROSSINGS_SOURCE });
}

export async function closeHome({ database, lock }: Home): Promise<void> {
  await database.close();
  await lock?.release();
}

export type RunningServer = { url: string; close: () => Promise<void> };

/** Serves the API and the web client on one port. Throws `StartRefused` when the port is taken. */
export async function listen(env: Env, home: Home, webFolder: string | undefined): Promise<RunningServer> {
  const hosts = new Set<string>();
  const secret = randomBytes(24).toString('base64url');
  const isOwnMachine = isLoopback(env.HOST);
  await refuseRealDataAbroad(env, home);
  const app = createApp({
    database: home.database,
    hosts,
    releases: releasesFolder(env),
    webFolder,
    handOver: { secret, isLoopback: isOwnMachine },
    logError: (requestId, error) => console.error(`request ${requestId} failed:`, error instanceof Error ? error.stack : error),
  });
  const server = await new Promise<ReturnType<typeof serve>>((settle, fail) => {
    const started = serve({ fetch: app.fetch, port: env.PORT, hostname: env.HOST }, () => settle(started));
    started.once('error', (error: NodeJS.ErrnoException) => fail(new StartRefused(portSentence(env, error))));
  });
  const { port } = server.address() as AddressInfo;
  for (const name of ['127.0.0.1', 'localhost', '[::1]', env.HOST.toLowerCase()]) hosts.add(`${name}:${port}`);
  const url = `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${port}`;
  await home.lock?.announce({ url, secret });
  // The first reader does not wait for the page to be packed.
  const packed =
    webFolder === undefined ? undefined : app.request('/', { headers: { host: `127.0.0.1:${port}`, 'accept-encoding': 'br' } });
  return {
    url,
    close: async () => {
      await new Promise<void>((done) => {
        server.close(() => done());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await packed;
      await closeHome(home);
    },
  };
}

/** Refuses a taken port before any long work begins. */
export async function probePort(env: Env): Promise<void> {
  const probe = createServer();
  await new Promise<void>((settle, fail) => {
    probe.once('error', (error: NodeJS.ErrnoException) => fail(new StartRefused(portSentence(env, error))));
    probe.listen(env.PORT, env.HOST, () => probe.close(() => settle()));
  });
}

/** Real data and no accounts yet: only this machine may be served. Throws `StartRefused`. */
export async function refuseRealDataAbroad(env: Env, { database }: Home): Promise<void> {
  if (!isLoopback(env.HOST) && (await hasRealData(database))) throw new StartRefused(realDataSentence(env));
}

function realDataSentence(env: Env): string {
  return `The atlas holds real data and there are no accounts yet, so it may only listen on this machine; HOST "${env.HOST}" is refused, leave it out or set 127.0.0.1.`;
}

function portSentence(env: Env, error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE') return `Port ${env.PORT} is taken by another program; set PORT to a free one.`;
  if (error.code === 'EACCES') return `Port ${env.PORT} may not be opened by this user; set PORT to one above 1023.`;
  return `The server cannot listen on HOST "${env.HOST}", port ${env.PORT} (${error.code ?? error.message}).`;
}
