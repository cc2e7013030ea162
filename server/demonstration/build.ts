import type { Database } from '../db/database.ts';
import { storeEdition } from '../intake/store-edition.ts';
import { drawDemonstration, toEdition } from './edition.ts';

/** Builds the demonstration in one transaction: a build that is interrupted leaves nothing behind. */
export async function buildDemonstration(database: Database, say: (step: string) => void): Promise<void> {
  say('Demonstration 1/2: drawing communes');
  const geometry = await drawDemonstration();
  await database.transaction(async (tx) => {
    await storeEdition(tx, toEdition(geometry), (step) => say(`Demonstration 2/2: ${step}`));
  });
}
