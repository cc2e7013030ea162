import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Database } from '../../server/db/database.ts';
import { openEmbedded } from '../../server/db/embedded.ts';
import { temporaryFolder } from './program.ts';

/** A data folder of the embedded database as the program leaves it, with what `write` put there. */
export async function makeDataFolder(write: (database: Database) => Promise<void>, folder?: string): Promise<string> {
  const made = folder ?? join(await temporaryFolder(), 'home');
  await mkdir(made, { recursive: true });
  await writeFile(join(made, 'safety-net-atlas.json'), '{"format":1}\n');
  const database = await openEmbedded(made, new Uint8Array(await readFile(inject('embeddedArchive'))));
  await write(database);
  await database.close();
  return made;
}
