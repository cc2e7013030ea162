import { createApp } from '../../server/app.ts';
import type { Database } from '../../server/db/database.ts';

export type Asked = { status: number; body: unknown; headers: Headers };

/** Asks the API over a database, as a browser on this machine would; failures inside the server are collected, not printed. */
export function askingOf(database: Database): { ask: (path: string) => Promise<Asked>; failures: unknown[] } {
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
      const response = await app.request(path, { headers: { host: 'atlas.test' } });
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      const body: unknown = isJson ? await response.json() : await response.text();
      return { status: response.status, body, headers: response.headers };
    },
  };
}
