import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { createPostgresDatabase } from '../support/homes.ts';
import { drillKills } from '../support/kill-drill.ts';
import { temporaryFolder } from '../support/program.ts';

/** Ten a home: `pnpm drill kills` does hundreds. */
const KILLS = 10;
const SEED = 'kills 1';

describe('an atlas that is killed without warning, ten times at seeded moments', () => {
  it('has nothing half done and nothing acknowledged lost on the embedded database, and starts again by itself', async () => {
    const tally = await drillKills({ environment: { ATLAS_DATA: join(await temporaryFolder(), 'home') }, kills: KILLS, seed: SEED });
    expect(tally.kills).toBe(KILLS);
    expect(tally.inUpload).toBeGreaterThan(0);
    expect(tally.inUndo).toBeGreaterThan(0);
  }, 300_000);

  const server = inject('postgres');
  it.skipIf('absent' in server)(
    `has nothing half done and nothing acknowledged lost on PostgreSQL${'absent' in server ? ` (${server.absent})` : ''}`,
    async () => {
      const tally = await drillKills({ environment: { DATABASE_URL: await createPostgresDatabase() }, kills: KILLS, seed: SEED });
      expect(tally.kills).toBe(KILLS);
      expect(tally.inUpload).toBeGreaterThan(0);
      expect(tally.inUndo).toBeGreaterThan(0);
    },
    300_000,
  );
});
