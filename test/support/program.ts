import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export type Program = {
  pid: number;
  /** Everything printed so far. */
  output: () => string;
  /** The part of it that went to the standard output. */
  standardOutput: () => string;
  /** Resolves when the text has been printed; rejects when the program ends first. */
  printed: (text: string | RegExp) => Promise<void>;
  ended: Promise<number | null>;
  signal: (name: NodeJS.Signals) => void;
};

/** Runs one of the scripts as its users do, in a process of its own. */
export function runScript(script: string, args: readonly string[], environment: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [join('scripts', script), ...args], { cwd: ROOT, env: { ...cleanEnvironment(), ...environment } });
  let text = '';
  let standardText = '';
  child.stdout.on('data', (chunk: string) => {
    standardText += chunk;
  });
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      for (const listener of listeners) listener();
    });
  }
  let how = '';
  const ended = new Promise<number | null>((resolve) =>
    child.once('close', (code, signal) => {
      how = signal === null ? `with code ${code}` : `by ${signal}`;
      resolve(code);
    }),
  );
  return {
    pid: child.pid ?? -1,
    output: () => text,
    standardOutput: () => standardText,
    ended,
    signal: (name) => void child.kill(name),
    printed: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (typeof wanted === 'string' ? !text.includes(wanted) : !wanted.test(text)) return;
          listeners.delete(look);
          resolve();
        };
        listeners.add(look);
        void ended.then(() => (listeners.has(look) ? reject(new Error(`ended ${how} before printing ${wanted}:\n${text}`)) : undefined));
        look();
      }),
  };
}

export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'atlas-program-'));
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const { PORT, HOST, DATABASE_URL, ATLAS_DATA, ...others } = process.env;
  return others;
}
