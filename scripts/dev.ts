import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Runs the API, restarted when the server changes, and beside it the client with hot reload. */
const ROOT = fileURLToPath(new URL('../', import.meta.url));
const children: ChildProcess[] = [];

function run(cwd: string, ...args: string[]): void {
  const child = spawn(process.execPath, args, { cwd: join(ROOT, cwd), stdio: 'inherit' });
  child.once('exit', (code) => end(code ?? 0));
  children.push(child);
}

let isEnding = false;
function end(code: number): void {
  if (isEnding) return;
  isEnding = true;
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => end(0));

run('.', '--watch-path=server', '--watch-path=data', '--watch-preserve-output', 'scripts/start.ts', '--api-only');
run('web', join(ROOT, 'node_modules/vite/bin/vite.js'), '--host', '127.0.0.1');
