import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { createApp } from '../../server/app.ts';
import type { Database } from '../../server/db/database.ts';
import { median, report } from './measure.ts';

const NANOSECONDS_PER_MILLISECOND = 1e6;
const ROUNDS = 5;
const HOST = 'atlas.bench';
const VALUES = '/api/exports/values?edition=demonstration&indicator=high-risk-children-rate&level=commune&period=2025';

/** How long other answers wait at most while a file of all communes is made: the longest stall of the event loop. */
export async function benchExports(where: string, database: Database): Promise<boolean[]> {
  const logError = (_: string, error: unknown) => console.error(error);
  const app = createApp({ database, hosts: new Set([HOST]), webFolder: undefined, logError });
  const ask = async (format: string) => {
    const response = await app.request(`${VALUES}&format=${format}`, { headers: { host: HOST, 'accept-encoding': 'gzip' } });
    if (!response.ok) throw new Error(`an export as ${format} answered ${response.status}`);
    await response.arrayBuffer();
  };
  const kept: boolean[] = [];
  for (const format of ['csv', 'xlsx', 'geojson', 'gpkg']) {
    const stalls: number[] = [];
    // The first round warms up and is not counted.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      await ask(format);
      // A stall at the very end is noticed only afterwards.
      await setTimeout(10);
      delay.disable();
      if (round > 0) stalls.push(delay.max / NANOSECONDS_PER_MILLISECOND);
    }
    kept.push(
      report({
        what: `${where}: longest stall of the event loop while 1,652 communes leave as ${format}`,
        measured: median(stalls),
        unit: 'ms',
        limit: 50,
      }),
    );
  }
  return kept;
}
