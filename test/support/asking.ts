import { setTimeout } from 'node:timers/promises';
import { createApp } from '../../server/app.ts';
import { REQUEST_HEADER } from '../../server/contracts/request.ts';
import type { Database } from '../../server/db/database.ts';

export type Asked = { status: number; body: unknown; headers: Headers };
type Downloaded = { status: number; bytes: Uint8Array; headers: Headers };

export type Asking = {
  ask: (path: string) => Promise<Asked>;
  /** The bytes as they travel, compressed as `acceptEncoding` allows. */
  download: (path: string, acceptEncoding: string) => Promise<Downloaded>;
  /** Sends what changes something, as the page itself would; returns the status. */
  send: (path: string) => Promise<number>;
  failures: unknown[];
};

/** Tests change the database behind the server's back: longer than it takes a version of the data for the newest. */
export const A_MOMENT = 12;

/** Asks the API over a database, as a browser on this machine would; failures inside the server are collected, not printed. */
export function askingOf(database: Database): Asking {
  const failures: unknown[] = [];
  const app = createApp({
    database,
    hosts: new Set(['atlas.test']),
    webFolder: undefined,
    logError: (_, error) => failures.push(error),
  });
  return {
    failures,
    ask: async (path) => {
      await setTimeout(A_MOMENT);
      const response = await app.request(path, { headers: { host: 'atlas.test' } });
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      const body: unknown = isJson ? await response.json() : await response.text();
      return { status: response.status, body, headers: response.headers };
    },
    send: async (path) => {
      const headers = { host: 'atlas.test', 'sec-fetch-site': 'same-origin', [REQUEST_HEADER]: '1' };
      return (await app.request(path, { method: 'POST', headers })).status;
    },
    download: async (path, acceptEncoding) => {
      const response = await app.request(path, { headers: { host: 'atlas.test', 'accept-encoding': acceptEncoding } });
      return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()), headers: response.headers };
    },
  };
}
