import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseUnavailable } from './database.ts';

/**
 * What was accepted, in order, each entry a file of its own that is on the disk before anybody is told: the embedded
 * database leaves its own files to the operating system, which loses the newest of them with the power.
 */
export type Journal = {
  /** Writes an entry, lines of JSON; when this resolves it is on the disk. Returns how to take it back. */
  add(lines: readonly string[]): Promise<() => Promise<void>>;
  /**
   * The entries from the oldest on. A last one that is cut off was never acknowledged: it is left out, and said.
   * Throws `DatabaseUnavailable` where an earlier one is damaged.
   */
  entries(say: (note: string) => void): AsyncGenerator<readonly string[]>;
};

const NAME = /^\d{6}\.ndjson$/;

/** Opens the journal of a data folder, which holds one file an entry in `journal/`. */
export async function openJournal(folder: string): Promise<Journal> {
  const journal = join(folder, 'journal');
  await mkdir(journal, { recursive: true });
  const names = async () => (await readdir(journal)).filter((name) => NAME.test(name)).sort();
  let last = Number.parseInt((await names()).at(-1) ?? '0', 10);
  return {
    async add(lines) {
      last += 1;
      const path = join(journal, `${String(last).padStart(6, '0')}.ndjson`);
      try {
        await writeDurably(`${path}.part`, sealed(lines));
        await rename(`${path}.part`, path);
        await syncFolder(journal);
      } catch (error) {
        await Promise.all([path, `${path}.part`].map((file) => rm(file, { force: true })));
        throw error;
      }
      return async () => {
        await rm(path, { force: true });
        await syncFolder(journal);
      };
    },
    async *entries(say) {
      const written = await names();
      for (const [index, name] of written.entries()) {
        const path = join(journal, name);
        const lines = unsealed(await readFile(path, 'utf8'));
        if (lines !== undefined) yield lines;
        else if (index < written.length - 1) throw damaged(path);
        else {
          say(`The last entry of the journal (${name}) is cut off, as when the power fails; it is set aside, and was never acknowledged`);
          await rename(path, `${path}.torn`);
        }
      }
    },
  };
}

/** The lines, and below them the hash that tells a whole entry from one that is cut off or altered. */
function sealed(lines: readonly string[]): string {
  const text = lines.map((line) => `${line}\n`).join('');
  return `${text}${JSON.stringify({ sha256: hashOf(text) })}\n`;
}

function unsealed(file: string): readonly string[] | undefined {
  const seal = file.lastIndexOf('\n', file.length - 2) + 1;
  const text = file.slice(0, seal);
  return file.slice(seal) === `${JSON.stringify({ sha256: hashOf(text) })}\n` ? text.split('\n').slice(0, -1) : undefined;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name in a folder is on the disk only once the folder is; Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function damaged(path: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `The journal of accepted uploads is damaged: "${path}" is not as it was written; put that file back from a backup of the data folder.`,
  );
}
