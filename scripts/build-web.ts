import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const WEB = join(ROOT, 'web');
const DIST = join(WEB, 'dist');
const STAMP = join(DIST, '.stamp');

/** Builds the web client unless the built one comes from these very sources; returns its folder. */
export async function buildWebClient(say: (step: string) => void): Promise<string> {
  const stamp = await sourceStamp();
  const built = await readFile(STAMP, 'utf8').catch(() => '');
  if (built === stamp) return DIST;
  say('Building the map client');
  await runVite();
  await compressFolder(DIST);
  await writeFile(STAMP, stamp);
  return DIST;
}

async function sourceStamp(): Promise<string> {
  const hash = createHash('sha256');
  const folders = [WEB, join(ROOT, 'server/contracts'), join(ROOT, 'data')];
  for (const folder of folders) {
    const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.startsWith(DIST) && !path.includes('node_modules'))
      .sort();
    for (const path of names) hash.update(path.slice(ROOT.length)).update(await readFile(path));
  }
  hash.update(await readFile(join(ROOT, 'pnpm-lock.yaml')));
  return hash.digest('hex');
}

async function runVite(): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  // Whoever asks for it, a test too: what is built is what readers get, never a library's development form.
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: WEB, env, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the map client could not be built (vite ended with ${code})`);
}

const PACKED = /\.(css|html|js|mjs|json|svg|ttf)$/;

/** Lays a brotli and a gzip form beside each text file: compressed once, served often. */
async function compressFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile() && PACKED.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      const options = { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
      await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, options));
      await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    }),
  );
}
