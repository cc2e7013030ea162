import type { AddressInfo } from 'node:net';
import { Worker } from 'node:worker_threads';
import { serve } from '@hono/node-server';
import { createApp } from '../../server/app.ts';
import { type Database, type Fragment, sql } from '../../server/db/database.ts';
import type { Load } from './load.ts';
import { median, report } from './measure.ts';

const PATH = '/api/values?edition=demonstration&indicator=high-risk-children-rate&level=commune&period=2025';
const SAME_BYTES = '/same-bytes';
const READERS = 32;
const ROUNDS = 7;
const ROUND_MILLISECONDS = 1000;

/** Value answers from memory beside a route that sends the same bytes, and made anew beside their SQL alone; in alternating rounds. */
export async function benchValues(where: string, database: Database): Promise<boolean[]> {
  const asked: Fragment[] = [];
  const query: Database['query'] = (statement) => {
    asked.push(statement);
    return database.query(statement);
  };
  const hosts = new Set<string>();
  const fail = (_: string, error: unknown) => console.error(error);
  const app = createApp({ database: { ...database, query }, hosts, webFolder: undefined, logError: fail });
  let answer: Awaited<ReturnType<typeof get>>;
  app.get(SAME_BYTES, (c) => c.body(answer.bytes, 200, answer.headers));
  answer = await get(app, hosts);
  return [...(await benchStored(where, app, hosts)), await benchMade({ where, app, hosts, database, asked })];
}

type App = ReturnType<typeof createApp>;

async function get(app: App, hosts: Set<string>) {
  hosts.add('atlas.bench');
  const response = await app.request(PATH, { headers: { host: 'atlas.bench', 'accept-encoding': 'br' } });
  if (!response.ok) throw new Error(`${PATH} answered ${response.status}`);
  const headers: Record<string, string> = {};
  for (const name of ['content-type', 'content-encoding', 'cache-control', 'vary']) headers[name] = response.headers.get(name) ?? '';
  return { bytes: new Uint8Array(await response.arrayBuffer()), headers };
}

async function benchStored(where: string, app: App, hosts: Set<string>): Promise<boolean[]> {
  const server = await new Promise<ReturnType<typeof serve>>((settle) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => settle(started));
  });
  const { port } = server.address() as AddressInfo;
  hosts.add(`127.0.0.1:${port}`);
  const perSecond: Record<string, number[]> = { [PATH]: [], [SAME_BYTES]: [] };
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const path of round % 2 === 0 ? [PATH, SAME_BYTES] : [SAME_BYTES, PATH]) {
      const answers = await load({ port, path, readers: READERS, milliseconds: ROUND_MILLISECONDS });
      if (round > 0) perSecond[path]?.push((answers * 1000) / ROUND_MILLISECONDS);
    }
  }
  await new Promise((done) => server.close(done));
  const [stored, same] = [median(perSecond[PATH] ?? []), median(perSecond[SAME_BYTES] ?? [])];
  return [
    report({ what: `${where}: values from memory, answers a second`, measured: stored, unit: '/s' }),
    report({ what: `${where}: a route that sends the same bytes, answers a second`, measured: same, unit: '/s' }),
    report({ what: `${where}: values from memory beside the same bytes`, measured: stored / same, unit: 'x', limit: 0.8, atLeast: true }),
  ];
}

function load(workerData: Load): Promise<number> {
  return new Promise((settle, fail) => {
    const worker = new Worker(new URL('./load.ts', import.meta.url), { workerData });
    worker.once('message', settle);
    worker.once('error', fail);
  });
}

type Making = { where: string; app: App; hosts: Set<string>; database: Database; asked: Fragment[] };

/** Times an answer made anew, and then the very statements it sent, one after the other. */
async function benchMade({ where, app, hosts, database, asked }: Making): Promise<boolean> {
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS * 3; round++) {
    // A change of nothing: the trigger notes it, and what is in memory falls.
    await database.query(sql`update edition set id = id where false`);
    asked.length = 0;
    const whole = await time(() => get(app, hosts));
    const statements = [...asked];
    const alone = await time(async () => {
      for (const statement of statements) await database.query(statement);
    });
    if (round === 0) continue;
    times.push(whole);
    ratios.push(whole / alone);
  }
  report({ what: `${where}: values made anew`, measured: median(times), unit: 'ms' });
  return report({ what: `${where}: values made anew beside their SQL alone`, measured: median(ratios), unit: 'x', limit: 2 });
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
