import { writeFile } from 'node:fs/promises';
import { StartRefused } from '../../server/env.ts';
import { fromCaller } from './files.ts';

/** Writes a file where the caller is and returns its path; what is there already is left alone. Throws `StartRefused` with one sentence. */
export async function writeNewFile(path: string, bytes: Uint8Array): Promise<string> {
  const target = fromCaller(path);
  try {
    await writeFile(target, bytes, { flag: 'wx' });
    return target;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    if (code === 'EEXIST') throw new StartRefused(`There is a file "${path}" already; name another.`);
    throw new StartRefused(`The file "${path}" cannot be written (${code}).`);
  }
}
