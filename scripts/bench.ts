import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBrowser } from './bench/browser.ts';
import { benchIntake } from './bench/intake.ts';
import { startAtlas } from './bench/program.ts';
import { benchReleases } from './bench/releases.ts';
import { benchServer } from './bench/server.ts';

/** Measures bytes, times, ratios and memory beside their limits; ends with 1 when a limit is not kept. Never part of the tests. */
console.log(`Load of this machine before: ${loadavg()[0]?.toFixed(2)}`);
const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-'));
try {
  const kept = await benchServer(folder);
  kept.push(...(await benchIntake()));
  kept.push(...benchReleases());
  const atlas = await startAtlas({ ATLAS_DATA: folder });
  try {
    kept.push(...(await benchBrowser(atlas.url)));
  } finally {
    await atlas.stop();
  }
  const over = kept.filter((isKept) => !isKept).length;
  console.log(over === 0 ? 'Every limit is kept.' : `${over} of ${kept.length} figures are over their limit.`);
  process.exitCode = over === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
