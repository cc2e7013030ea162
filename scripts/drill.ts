import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drillKills, type Tally } from '../test/support/kill-drill.ts';
import { findBinaries, startServer } from '../test/support/postgres-server.ts';
import { temporaryFolder } from '../test/support/program.ts';

const USAGE = 'Usage: drill kills [--embedded 500] [--postgres 200] [--seed TEXT]';

/** Kills the program hundreds of times on each home and prints what came of it; ends with 1 where anything was lost. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    embedded: { type: 'string', default: '500' },
    postgres: { type: 'string', default: '200' },
    seed: { type: 'string', default: 'drill' },
  },
});
if (positionals.join() !== 'kills') {
  console.error(USAGE);
  process.exit(2);
}
const { seed } = values;
const folder = await temporaryFolder();
await drill('Embedded database', { ATLAS_DATA: join(folder, 'home') }, Number(values.embedded));
await rm(folder, { recursive: true, force: true });
const binaries = findBinaries();
if (binaries === undefined) console.log('PostgreSQL: not drilled, no PostgreSQL with PostGIS is installed');
else {
  const server = await startServer(binaries);
  try {
    await drill('PostgreSQL', { DATABASE_URL: server.url }, Number(values.postgres));
  } finally {
    server.stop();
  }
}

async function drill(where: string, environment: Readonly<Record<string, string>>, kills: number): Promise<void> {
  const begun = performance.now();
  const say = (progress: string) => console.error(`  ${progress}`);
  console.log(
    `${where}: ${sentence(await drillKills({ environment, kills, seed, say }))} ${Math.round((performance.now() - begun) / 1000)} s.`,
  );
}

function sentence({ kills, inUpload, inUndo, started, kept, absent, acknowledged }: Tally): string {
  return (
    `${kills} kills: ${inUpload} during an upload, ${inUndo} during an undo, ${started} while starting. ` +
    `Of the work cut off ${acknowledged} pieces had been acknowledged, ${kept} stood whole and ${absent} were absent; nothing was half done or lost.`
  );
}
