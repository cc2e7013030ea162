import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import postgres from 'postgres';
import { compile, copyText, type Database, DatabaseUnavailable, identifier, type Queryable, type SqlParameter } from './database.ts';
import { createQueue } from './queue.ts';

const POOL_SIZE = 8;
/**
 * Fewer queries in flight than connections: with many queued, postgres.js can join a foreign open
 * transaction (porsager/postgres issues 823 and 1189).
 */
const IN_FLIGHT = 6;

/** Opens a PostgreSQL server that has PostGIS. Throws `DatabaseUnavailable` with one plain sentence. */
export async function openPostgres(url: string): Promise<Database> {
  const client = postgres(url, {
    max: POOL_SIZE,
    idle_timeout: 60,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: 'safety-net-atlas' },
    ...{ socket: createDialer() },
  });
  try {
    await ensurePostgis(client);
  } catch (error) {
    await client.end({ timeout: 1 });
    throw error;
  }

  const enqueue = createQueue(IN_FLIGHT);
  const direct = queryable(client);
  return {
    home: 'postgres',
    query: (statement) => enqueue(() => direct.query(statement)),
    script: (text) => enqueue(() => direct.script(text)),
    copyIn: (table, columns, rows) => enqueue(() => direct.copyIn(table, columns, rows)),
    transaction: (work) => enqueue(() => runTransaction(client, work)),
    settle: async () => {},
    close: () => client.end({ timeout: 5 }),
  };
}

/** What the driver knows of the server when it wants a connection; several hosts are tried in turn. */
type Address = { host: readonly string[]; port: readonly number[]; path?: string | false | undefined };

/**
 * Opens connections that send each piece at once, as psql does: those of the driver hold small pieces back until the server
 * has confirmed what went before, which takes 40 ms at the end of each COPY.
 */
function createDialer(): (address: Address) => Socket {
  let dialed = 0;
  return ({ host, port, path }) => {
    if (typeof path === 'string') return connect({ path });
    const wanted = { host: host[dialed % host.length] ?? 'localhost', port: port[dialed % port.length] ?? 5432 };
    dialed += 1;
    // For TLS the driver asks the connection which host it leads to.
    return Object.assign(connect({ ...wanted, noDelay: true }), wanted);
  };
}

async function ensurePostgis(client: postgres.Sql): Promise<void> {
  let available: boolean;
  try {
    const rows = await client`select exists (select from pg_available_extensions where name = 'postgis') as available`;
    available = rows[0]?.['available'] === true;
  } catch (error) {
    throw new DatabaseUnavailable(unreachableSentence(error));
  }
  if (!available) {
    throw new DatabaseUnavailable('The database named by DATABASE_URL has no PostGIS extension; install PostGIS 3.3 or newer on it.');
  }
  try {
    await client`create extension if not exists postgis`;
  } catch {
    throw new DatabaseUnavailable(
      'The database named by DATABASE_URL has PostGIS, but this login may not create the extension; ask its owner to run: create extension postgis.',
    );
  }
}

/** Why a server does not let us in, by the code it or the network gives. */
const REASONS: Readonly<Record<string, string>> = {
  '3D000': 'the server has no database of that name',
  '28000': 'the server refuses that login',
  '28P01': 'the server refuses that password',
  ECONNREFUSED: 'no server listens there',
  ENOTFOUND: 'no machine of that name is known',
};

function unreachableSentence(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no answer';
  const reason = REASONS[code];
  return `The database named by DATABASE_URL cannot be reached${reason === undefined ? '' : `: ${reason}`} (${code}).`;
}

function queryable(client: postgres.Sql | postgres.TransactionSql): Queryable {
  return {
    async query<Row extends object>(statement: Parameters<Queryable['query']>[0]) {
      const { text, parameters } = compile(statement);
      const rows = await client.unsafe(text, parameters.map(toDriver), { prepare: true });
      return Array.from(rows) as unknown as Row[];
    },
    async script(text) {
      await client.unsafe(text).simple();
    },
    async copyIn(table, columns, rows) {
      const { text, count } = copyText(rows);
      if (count === 0) return 0;
      const names = columns.map(identifier).join(', ');
      const writable = await client.unsafe(`copy ${identifier(table)} (${names}) from stdin`).writable();
      const finished = once(writable, 'finish');
      writable.end(text);
      await finished;
      return count;
    },
  };
}

function toDriver(parameter: SqlParameter): postgres.ParameterOrJSON<never> {
  return (parameter instanceof Uint8Array ? Buffer.from(parameter) : parameter) as postgres.ParameterOrJSON<never>;
}

/** The first statement names the transaction and reads the name back, so that a foreign one is never joined. */
async function runTransaction<Result>(client: postgres.Sql, work: (tx: Queryable) => Promise<Result>): Promise<Result> {
  const name = randomUUID();
  let result: { value: Result } | undefined;
  await client.begin(async (transaction) => {
    await transaction`select set_config('atlas.transaction', ${name}, true)`;
    const value = await work(queryable(transaction));
    const rows = await transaction`select current_setting('atlas.transaction', true) as name`;
    if (rows[0]?.['name'] !== name) throw new Error('a transaction lost its connection');
    result = { value };
  });
  if (!result) throw new Error('a transaction ended without a result');
  return result.value;
}
