import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { afterEach, describe, expect, it } from 'vitest';
import { lockFolder } from '../../server/db/lock.ts';
import { createPostgresDatabase } from '../support/homes.ts';
import { copyServerWithoutPostgis, findBinaries, startServer } from '../support/postgres-server.ts';
import { type Program, runScript, temporaryFolder } from '../support/program.ts';

const running: Program[] = [];
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.signal('SIGKILL');
    await program.ended;
  }
});

function start(environment: Record<string, string>): Program {
  const program = runScript('start.ts', [], { PORT: '0', ...environment });
  running.push(program);
  return program;
}

/** Ends with code 1 and one sentence, without a stack. */
async function refusal(environment: Record<string, string>): Promise<string> {
  const program = start(environment);
  expect(await program.ended).toBe(1);
  expect(program.output()).not.toMatch(/\n\s+at /);
  return program.output();
}

describe('a wrong start ends with one plain sentence', () => {
  it('when variables are wrong, naming each', async () => {
    const text = await refusal({ PORT: 'eighty', DATABASE_URL: 'mysql://x' });
    expect(text).toContain('PORT must be a whole number');
    expect(text).toContain('DATABASE_URL must look like');
  });

  it('when the port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    expect(await refusal({ PORT: String(port), ATLAS_DATA: await temporaryFolder() })).toContain(`Port ${port} is taken`);
    other.close();
  });

  it('when the data folder holds foreign files', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'thesis.doc'), 'mine');
    expect(await refusal({ ATLAS_DATA: folder })).toContain("files that are not the atlas's");
  });

  it('when a living process holds the data folder', async () => {
    const folder = join(await temporaryFolder(), 'home');
    const lock = await lockFolder(folder);
    await writeFile(join(folder, 'safety-net-atlas.json'), '{"format":1}\n');
    expect(await refusal({ ATLAS_DATA: folder })).toContain('is in use by a running atlas');
    await lock.release();
  });

  it('when the database server does not answer', async () => {
    expect(await refusal({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' })).toContain('cannot be reached: no server listens there');
  });

  it('when the database does not exist, or holds the tables of another program', async (context) => {
    if (findBinaries() === undefined) return context.skip('no PostgreSQL with PostGIS is installed on this machine');
    const url = await createPostgresDatabase();
    expect(await refusal({ DATABASE_URL: `${url}_none` })).toContain('the server has no database of that name');
    const admin = postgres(url, { max: 1, onnotice: () => {} });
    await admin`create table place (name text)`;
    expect(await refusal({ DATABASE_URL: url })).toContain('holds tables of another program; name an empty database');
    expect(await admin`select * from place`).toEqual([]);
    await admin.end();
  });

  it('when real data would be shown to other machines while there are no accounts', async (context) => {
    if (findBinaries() === undefined) return context.skip('no PostgreSQL with PostGIS is installed on this machine');
    const DATABASE_URL = await createPostgresDatabase();
    const gazetteer = fileURLToPath(new URL('../fixtures/boundaries/gazetteer.csv', import.meta.url));
    const loading = runScript('atlas.ts', ['import', 'gazetteer', gazetteer, '--valid-from', '2025-09-14'], { DATABASE_URL });
    expect(await loading.ended, loading.output()).toBe(0);
    const refused = await refusal({ DATABASE_URL, HOST: '0.0.0.0' });
    expect(refused).toContain('so it may only listen on this machine; HOST "0.0.0.0" is refused');
    expect(refused).not.toContain('Building the map client');
  });

  it('when the database server has no PostGIS, or does not let the login add it', async (context) => {
    const binaries = findBinaries();
    if (binaries === undefined) return context.skip('no PostgreSQL with PostGIS is installed on this machine');
    const copy = copyServerWithoutPostgis(binaries);
    const plain = await startServer(copy.binaries);
    try {
      expect(await refusal({ DATABASE_URL: plain.url })).toContain('has no PostGIS extension; install PostGIS 3.3 or newer');
    } finally {
      plain.stop();
      copy.remove();
    }
    const url = await createPostgresDatabase();
    const admin = postgres(url, { max: 1, onnotice: () => {} });
    await admin`create role guest login`;
    await admin.end();
    expect(await refusal({ DATABASE_URL: url.replace('atlas@', 'guest@') })).toContain('this login may not create the extension');
  }, 60_000);
});

describe('a running atlas', () => {
  it('answers only for its own names, and refuses changes from other sites', async () => {
    const program = start({ ATLAS_DATA: await temporaryFolder() });
    await program.printed(/Ready: http/);
    const url = /Ready: (http:\/\/[^\s]+)/.exec(program.output())?.[1] ?? '';
    expect((await fetch(`${url}/api/health`)).status).toBe(200);
    const foreign = await rawRequest(url, 'GET /api/health HTTP/1.1\r\nHost: atlas.example\r\nConnection: close\r\n\r\n');
    expect(foreign).toMatch(/^HTTP\/1.1 421/);
    const change = await fetch(`${url}/api/health`, {
      method: 'POST',
      headers: { 'x-atlas-request': '1', 'sec-fetch-site': 'cross-site' },
    });
    expect(change.status).toBe(403);
    program.signal('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(program.output()).toContain('Closing');
  }, 240_000);

  it('takes over the lock of a process that was killed, and is ready again soon', async () => {
    const folder = await temporaryFolder();
    const first = start({ ATLAS_DATA: folder });
    await first.printed(/Ready: http/);
    first.signal('SIGKILL');
    await first.ended;
    const second = start({ ATLAS_DATA: folder });
    await second.printed(/Ready: http/);
    second.signal('SIGINT');
    expect(await second.ended).toBe(0);
  }, 300_000);
});

async function rawRequest(url: string, text: string): Promise<string> {
  const { connect } = await import('node:net');
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.once('end', () => resolve(answer)).once('error', reject);
  });
}
