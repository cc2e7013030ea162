import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseUnavailable } from './database.ts';

const MARKER = 'safety-net-atlas.json';
const FORMAT = 1;

/**
 * Makes sure that the data folder is the atlas's own: a new or empty one is marked, a marked one is
 * accepted, anything else is left alone. Throws `DatabaseUnavailable`.
 */
export async function claimFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const names = await readdir(folder);
    if (names.length === 0) await writeFile(join(folder, MARKER), `${JSON.stringify({ format: FORMAT })}\n`);
    else if (!names.includes(MARKER)) throw foreign(folder);
  } catch (error) {
    if (error instanceof DatabaseUnavailable) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new DatabaseUnavailable(`The data folder "${folder}" cannot be used (${code}); set ATLAS_DATA to a folder this user may write.`);
  }
  const marker = await readFile(join(folder, MARKER), 'utf8');
  if (marker.trim() !== JSON.stringify({ format: FORMAT })) throw foreign(folder);
}

function foreign(folder: string): DatabaseUnavailable {
  return new DatabaseUnavailable(`The folder "${folder}" holds files that are not the atlas's; set ATLAS_DATA to a new or empty folder.`);
}
