import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import type { SourceFile } from '../../server/intake/read-table.ts';

/** Cambodia's real files lie beside the checkout; they are read there and never copied in. */
const FOLDER = fileURLToPath(new URL('../../../shared/cambodia/', import.meta.url));

/** Runs tests on Cambodia's real files: skipped by name where they are absent, failing where nothing may be skipped. */
export function onRealFiles(tests: () => void): void {
  const absent = 'the real files of Cambodia are absent: ../shared/cambodia';
  if (existsSync(FOLDER)) return void describe('on the real files of Cambodia', tests);
  if (process.env['CI'] === undefined) return void describe.skip(`(${absent})`, tests);
  it('finds the real files of Cambodia', () => {
    throw new Error(absent);
  });
}

export async function realFile(path: string): Promise<SourceFile> {
  return { name: path.split('/').at(-1) ?? path, bytes: new Uint8Array(await readFile(join(FOLDER, path))) };
}

/** Every file of a folder, in the order of their names. */
export async function realFolder(path: string): Promise<SourceFile[]> {
  const names = (await readdir(join(FOLDER, path))).sort();
  return Promise.all(names.map((name) => realFile(`${path}/${name}`)));
}
