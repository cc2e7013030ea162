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
  return openPostgres(await createPostgresDatabase({ isMigrated: true }));
}

/** Creates a database on the test server, empty or with the newest schema, and returns its address. */
export async function createPostgresDatabase({ isMigrated = false } = {}): Promise<string> {
  const server = inject('postgres');
  if ('absent' in server) throw new Error(server.absent);
  const name = `atlas_${randomBytes(6).toString('hex')}`;
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  try {
    if (isMigrated) await makeTemplate(admin, addressOf(server.url, TEMPLATE));
    await admin.unsafe(`create database ${name}${isMigrated ? ` template ${TEMPLATE}` : ''}`);
  } finally {
    await admin.end();
  }
  return addressOf(server.url, name);
}

const TEMPLATE = 'atlas_template';
const addressOf = (url: string, name: string) => url.replace(/\/postgres$/, `/${name}`);

/** Migrates one database that others are copied from, which takes a tenth of the time; the first test that comes makes it. */
async function makeTemplate(admin: postgres.Sql, url: string): Promise<void> {
  await admin`select pg_advisory_lock(1)::text`;
  const made = await admin`select from pg_database where datname = ${TEMPLATE} and datistemplate`;
  if (made.length === 0) {
    await admin.unsafe(`create database ${TEMPLATE}`);
    const database = await openPostgres(url);
    await migrate(database);
    await database.close();
    // Said last: a template is a database whose migration ended well.
    await admin.unsafe(`alter database ${TEMPLATE} is_template true`);
  }
  await admin`select pg_advisory_unlock(1)::text`;
}

/** Runs the same tests on both homes; without a PostgreSQL server its half is skipped by name. */
export function onBothHomes(tests: (home: DatabaseHome) => void): void {
  describe('on the embedded database', () => tests('embedded'));
  const server = inject('postgres');
  if ('absent' in server) describe.skip(`on PostgreSQL (${server.absent})`, () => tests('postgres'));
  else describe('on PostgreSQL', () => tests('postgres'));
}
