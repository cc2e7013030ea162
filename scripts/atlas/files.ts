import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { StartRefused } from '../../server/env.ts';
import type { SourceFile } from '../../server/intake/read-table.ts';

/** Reads files and, where a folder is named, the tables in it, in the order of their names. Throws `StartRefused` with one sentence. */
export async function readSourceFiles(paths: readonly string[]): Promise<SourceFile[]> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    for (const file of await filesOf(fromCaller(path))) files.push({ name: basename(file), bytes: new Uint8Array(await readFile(file)) });
  }
  return files;
}

/** pnpm runs scripts in the project's root and says in INIT_CWD where it was called. */
export function fromCaller(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

async function filesOf(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) throw new StartRefused(`There is no file "${path}".`);
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.(xlsx|ods|csv|json)$/i.test(name) && !name.startsWith('~$'));
  if (names.length === 0) throw new StartRefused(`The folder "${path}" holds no .xlsx, .ods, .csv or .json file.`);
  const byName = new Intl.Collator('en', { numeric: true });
  return names.sort((a, b) => byName.compare(a, b)).map((name) => join(path, name));
}
