import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of a real PostgreSQL server with PostGIS, or why there is none. */
    postgres: { url: string } | { absent: string };
  }
}

/** Starts a PostgreSQL server in a folder of its own, where one is installed; in CI its absence is an error. */
export default async function setup(project: TestProject): Promise<() => void> {
  const binaries = findBinaries();
  if (binaries === undefined) {
    const absent = 'no PostgreSQL with PostGIS is installed on this machine';
    if (process.env['CI'] !== undefined) throw new Error(absent);
    project.provide('postgres', { absent });
    return () => {};
  }
  const server = await startServer(binaries);
  project.provide('postgres', { url: server.url });
  return server.stop;
}

export type PostgresServer = { url: string; stop: () => void };

/**
 * Starts a server of the given binaries on a new data folder and a free port; trust on 127.0.0.1 only. What is committed
 * waits for the disk only where it `isDurable`, as a server does by default.
 */
export async function startServer(binaries: string, { isDurable = false } = {}): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'atlas-postgres-'));
  const asUser = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  if (asUser.length > 0) {
    const uid = Number(execFileSync('id', ['-u', 'postgres']));
    const gid = Number(execFileSync('id', ['-g', 'postgres']));
    chownSync(folder, uid, gid);
  }
  const run = (program: string, ...args: string[]) => {
    const [command = '', ...rest] = [...asUser, join(binaries, program), ...args];
    execFileSync(command, rest, { stdio: 'ignore', cwd: folder });
  };
  const port = await freePort();
  const data = join(folder, 'data');
  run('initdb', '-D', data, '-U', 'atlas', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
  const settings = `-p ${port} -h 127.0.0.1 -k ${folder} -c fsync=${isDurable ? 'on' : 'off'} -c max_connections=60`;
  run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start');
  return {
    url: `postgres://atlas@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A copy of the installed server whose folder of extensions holds no PostGIS: PostgreSQL looks for its files
 * beside its own binary.
 */
export function copyServerWithoutPostgis(binaries: string): { binaries: string; remove: () => void } {
  const version = basename(dirname(binaries));
  const root = mkdtempSync(join(tmpdir(), 'atlas-plain-postgres-'));
  const [library, share] = [join(root, 'lib/postgresql', version), join(root, 'share/postgresql', version)];
  cpSync(binaries, join(library, 'bin'), { recursive: true, dereference: true });
  cpSync(join(dirname(binaries), 'lib'), join(library, 'lib'), { recursive: true, dereference: true });
  const notPostgis = (file: string) => !basename(file).startsWith('postgis') && !basename(file).startsWith('address_standardizer');
  cpSync(`/usr/share/postgresql/${version}`, share, { recursive: true, dereference: true, filter: notPostgis });
  chmodSync(root, 0o755);
  return { binaries: join(library, 'bin'), remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Folder of the newest installed PostgreSQL's binaries that has PostGIS beside it. */
export function findBinaries(): string | undefined {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return undefined;
  return readdirSync(base)
    .filter((version) => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(base, version, 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
