import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { describe, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { Database } from '../../server/db/database.ts';

const OGRINFO = '/usr/bin/ogrinfo';

/** Runs tests with GDAL's own client: skipped by name where it is absent, failing where nothing may be skipped. */
export function withGdal(tests: () => void): void {
  const absent = 'GDAL is not installed on this machine: no ogrinfo';
  if (existsSync(OGRINFO)) return void describe('with GDAL', tests);
  if (process.env['CI'] === undefined) return void describe.skip(`with GDAL (${absent})`, tests);
  it('finds GDAL', () => {
    throw new Error(absent);
  });
}

/** What `ogrinfo` prints. Throws with its messages when it fails or warns. */
export async function ogrinfo(...args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(OGRINFO, ['-ro', ...args], { maxBuffer: 100_000_000 });
  if (stderr !== '') throw new Error(stderr);
  return stdout;
}

export type Served = { url: string; failures: unknown[]; asked: string[]; close: () => Promise<void> };

/** Serves the API over a database on a port of this machine, so that other programs can read it. */
export async function serveApi(database: Database): Promise<Served> {
  const hosts = new Set<string>();
  const [failures, asked]: [unknown[], string[]] = [[], []];
  const app = createApp({ database, hosts, webFolder: undefined, logError: (_, error) => failures.push(error) });
  const server = await new Promise<ReturnType<typeof serve>>((settle) => {
    const fetch = (request: Request) => {
      asked.push(request.url);
      return app.fetch(request);
    };
    const started = serve({ fetch, port: 0, hostname: '127.0.0.1' }, () => settle(started));
  });
  const { port } = server.address() as AddressInfo;
  hosts.add(`127.0.0.1:${port}`);
  const close = () => new Promise<void>((done) => server.close(() => done()));
  return { url: `http://127.0.0.1:${port}`, failures, asked, close };
}
