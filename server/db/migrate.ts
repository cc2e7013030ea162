import { readdir, readFile } from 'node:fs/promises';
import { type Database, DatabaseUnavailable, sql } from './database.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/**
 * Brings the database to the newest schema: numbered files, forward only, each in one transaction
 * under a lock, so that two programs starting together do it once. Returns the names applied now.
 */
export async function migrate(database: Database): Promise<string[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  await refuseForeign(database);
  await database.script('create table if not exists migration (name text primary key, applied_at timestamptz not null default now())');
  await refuseNewer(database, names);
  const applied: string[] = [];
  for (const name of names) {
    const text = await readFile(new URL(name, FOLDER), 'utf8');
    const isNew = await database.transaction(async (tx) => {
      await tx.query(sql`select pg_advisory_xact_lock(7203311)::text`);
      const known = await tx.query(sql`select 1::int as known from migration where name = ${name}`);
      if (known.length > 0) return false;
      await tx.script(text);
      await tx.query(sql`insert into migration (name) values (${name})`);
      return true;
    });
    if (isNew) applied.push(name);
  }
  return applied;
}

/** Tables of ours without the list of migrations were made by another program. */
async function refuseForeign(database: Database): Promise<void> {
  const [row] = await database.query<{ foreign: boolean }>(sql`
    select (
      to_regclass('migration') is null
      and exists (
        select from pg_tables
        where schemaname = current_schema() and tablename in ('edition', 'place', 'upload', 'statement', 'network', 'workshop')
      )
    )::boolean as foreign`);
  if (row?.foreign === true) {
    throw new DatabaseUnavailable('The database named by DATABASE_URL holds tables of another program; name an empty database.');
  }
}

async function refuseNewer(database: Database, names: readonly string[]): Promise<void> {
  const rows = await database.query<{ name: string }>(sql`select name from migration order by name`);
  const unknown = rows.find((row) => !names.includes(row.name));
  if (unknown) throw new DatabaseUnavailable(`The database was written by a newer or another program (it holds "${unknown.name}").`);
}
