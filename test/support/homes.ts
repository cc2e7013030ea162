import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { describe, inject } from 'vitest';
import type { Database, DatabaseHome } from '../../server/db/database.ts';
import { openEmbedded } from '../../server/db/embedded.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openPostgres } from '../../server/db/postgres.ts';

/** Opens a fresh, migrated database of the given home. */
export async function openFreshDatabase(home: DatabaseHome): Promise<Database> {
  if (home === 'embedded') {
    const bytes = await readFile(inject('embeddedArchive'));
    return openEmbedded(undefined, new Uint8Array(bytes));
  }
  const database = await openPostgres(await createPostgresDatabase());
  await migrate(database);
  return database;
}

/** Creates an empty database on the test server and returns its address. */
export async function createPostgresDatabase(): Promise<string> {
  const server = inject('postgres');
  if ('absent' in server) throw new Error(server.absent);
  const name = `atlas_${randomBytes(6).toString('hex')}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  return server.url.replace(/\/postgres$/, `/${name}`);
}

/** Runs the same tests on both homes; without a PostgreSQL server its half is skipped by name. */
export function onBothHomes(tests: (home: DatabaseHome) => void): void {
  describe('on the embedded database', () => tests('embedded'));
  const server = inject('postgres');
  if ('absent' in server) describe.skip(`on PostgreSQL (${server.absent})`, () => tests('postgres'));
  else describe('on PostgreSQL', () => tests('postgres'));
}
