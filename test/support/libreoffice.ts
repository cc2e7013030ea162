import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, it } from 'vitest';

const SOFFICE = '/usr/bin/soffice';

/** Runs tests with LibreOffice: skipped by name where it is absent, failing where nothing may be skipped. */
export function withLibreOffice(tests: () => void): void {
  const absent = 'LibreOffice Calc is not installed on this machine: no soffice';
  if (existsSync(SOFFICE)) return void describe('opened in LibreOffice', tests);
  if (process.env['CI'] === undefined) return void describe.skip(`opened in LibreOffice (${absent})`, tests);
  it('finds LibreOffice', () => {
    throw new Error(absent);
  });
}

type Conversion = { from: 'csv' | 'xlsx'; to: 'xlsx' | 'ods'; inFilter?: string };

/** The files as LibreOffice opens and stores them again, by name without ending, in a profile of their own. Throws when one is missing. */
export async function throughLibreOffice(
  files: Readonly<Record<string, Uint8Array>>,
  { from, to, inFilter }: Conversion,
): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(join(tmpdir(), 'atlas-office-'));
  try {
    const out = join(folder, 'out');
    await mkdir(out);
    const paths: string[] = [];
    for (const [name, bytes] of Object.entries(files)) {
      const path = join(folder, `${name}.${from}`);
      await writeFile(path, bytes);
      paths.push(path);
    }
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const filter = inFilter === undefined ? [] : [`--infilter=${inFilter}`];
    await promisify(execFile)(SOFFICE, [profile, '--headless', ...filter, '--convert-to', to, '--outdir', out, ...paths], {
      timeout: 100_000,
    });
    const read = new Map<string, Uint8Array>();
    for (const name of Object.keys(files)) read.set(name, new Uint8Array(await readFile(join(out, `${name}.${to}`))));
    return read;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
