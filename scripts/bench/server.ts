import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type Database, sql } from '../../server/db/database.ts';
import { openEmbedded } from '../../server/db/embedded.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { findBinaries, startServer } from '../../test/support/postgres-server.ts';
import { benchExports } from './exports.ts';
import { median, report } from './measure.ts';
import { startAtlas } from './program.ts';
import { benchValues } from './values.ts';

const NANOSECONDS_PER_MILLISECOND = 1e6;

/** Second start, stalls of the event loop while the embedded database works, memory of the API on PostgreSQL, value answers. */
export async function benchServer(folder: string): Promise<boolean[]> {
  console.log('Server');
  const first = await startAtlas({ ATLAS_DATA: folder });
  await first.stop();
  const seconds = [];
  for (let round = 0; round < 3; round++) {
    const again = await startAtlas({ ATLAS_DATA: folder });
    seconds.push(again.readyMilliseconds / 1000);
    await again.stop();
  }
  return [
    report({ what: 'first start of this run', measured: first.readyMilliseconds / 1000, unit: 's' }),
    report({ what: 'second start, embedded database, median of 3', measured: median(seconds), unit: 's', limit: 4 }),
    report({ what: 'longest stall of the event loop in 5 s of embedded work', measured: await longestStall(), unit: 'ms', limit: 20 }),
    ...(await benchOn('embedded', await openEmbedded(folder))),
    ...(await benchPostgres()),
  ];
}

async function longestStall(): Promise<number> {
  const database = await openEmbedded(undefined);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const end = performance.now() + 5000;
  delay.enable();
  while (performance.now() < end) {
    await database.query(sql`select count(st_area(st_buffer(st_point(n, n), 1)))::int as n from generate_series(1, 20000) as n`);
  }
  delay.disable();
  await database.close();
  return delay.max / NANOSECONDS_PER_MILLISECOND;
}

async function benchOn(where: string, database: Database): Promise<boolean[]> {
  try {
    return [...(await benchValues(where, database)), ...(await benchExports(where, database))];
  } finally {
    await database.close();
  }
}

async function benchPostgres(): Promise<boolean[]> {
  const binaries = findBinaries();
  if (binaries === undefined) {
    console.log('  PostgreSQL: not measured, no PostgreSQL with PostGIS is installed');
    return [];
  }
  const server = await startServer(binaries);
  try {
    await (await startAtlas({ DATABASE_URL: server.url })).stop();
    const atlas = await startAtlas({ DATABASE_URL: server.url });
    const path = '/api/values?edition=demonstration&indicator=high-risk-children-rate&level=commune&period=2025';
    for (let round = 0; round < 300; round++) {
      const answer = await fetch(`${atlas.url}${path}`);
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      await answer.arrayBuffer();
    }
    const megabytes = await atlas.memoryMegabytes();
    await atlas.stop();
    return [
      report({ what: 'memory of the API on PostgreSQL after 300 value answers', measured: megabytes, unit: 'MB', limit: 250 }),
      ...(await benchOn('PostgreSQL', await openPostgres(server.url))),
    ];
  } finally {
    server.stop();
  }
}
