import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A started atlas: its address and how long it took to be ready. */
export type StartedAtlas = { url: string; readyMilliseconds: number; memoryMegabytes: () => Promise<number>; stop: () => Promise<void> };

/** Starts the program as its users do, on a free port. Rejects with what it printed when it ends before it is ready. */
export async function startAtlas(environment: Readonly<Record<string, string>>): Promise<StartedAtlas> {
  const begun = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'scripts/start.ts')], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: '', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await readyUrl(child);
  return {
    url,
    readyMilliseconds: performance.now() - begun,
    memoryMegabytes: async () => {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) / 1000;
    },
    stop: async () => {
      const ended = new Promise((settle) => child.once('close', settle));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        const url = /Ready: (http:\/\/\S+)/.exec(output)?.[1];
        if (url !== undefined) settle(url);
      });
    }
    child.once('close', () => fail(new Error(`the atlas ended before it was ready:\n${output}`)));
  });
}
