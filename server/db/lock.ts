import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { DatabaseUnavailable, diskTrouble } from './database.ts';

const LockContent = z.object({
  pid: z.number().int().positive(),
  startedTicks: z.string().nullable(),
  /** Address and secret of the running server, for commands that hand their work to it. */
  server: z.object({ url: z.string(), secret: z.string() }).nullable(),
});

export type LockContent = z.infer<typeof LockContent>;

export type FolderLock = {
  /** Says where the running server listens. */
  announce(server: { url: string; secret: string }): Promise<void>;
  release(): Promise<void>;
};

/**
 * Takes the data folder for this process alone: PGlite itself has no lock, and two processes on one
 * folder lose rows silently. The lock of a process that has died is taken over.
 * Throws `DatabaseUnavailable` when a living process holds it.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const path = lockPath(folder);
  const content: LockContent = { pid: process.pid, startedTicks: startedTicks(process.pid), server: null };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (await create(path, content).catch(cannotWrite(folder))) return held(path, content);
    const holder = await lockHolder(folder);
    if (holder) {
      throw new DatabaseUnavailable(
        `The data folder is in use by a running atlas (process ${holder.pid}); stop that one first, or set ATLAS_DATA to another folder.`,
      );
    }
    const stale = `${path}.${randomUUID()}`;
    await rename(path, stale).catch(ignoreMissing);
    await rm(stale, { force: true });
  }
  throw new DatabaseUnavailable('The data folder could not be locked; another atlas is starting on it.');
}

/** The living process that holds the folder, if there is one. */
export async function lockHolder(folder: string): Promise<LockContent | undefined> {
  const text = await readFile(lockPath(folder), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = LockContent.safeParse(parseJson(text));
  return parsed.success && isAlive(parsed.data) ? parsed.data : undefined;
}

function held(path: string, content: LockContent): FolderLock {
  return {
    async announce(server) {
      const next = `${path}.next`;
      await writeFile(next, JSON.stringify({ ...content, server }), { mode: 0o600 });
      await rename(next, path);
    },
    release: () => rm(path, { force: true }),
  };
}

function cannotWrite(folder: string): (error: unknown) => never {
  return (error) => {
    const trouble = diskTrouble(error);
    if (trouble === undefined) throw error;
    throw new DatabaseUnavailable(`The data folder "${folder}" cannot be used. ${trouble}`);
  };
}

/** `link` fails when the target exists, so the lock appears whole or not at all. */
async function create(path: string, content: LockContent): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function isAlive(holder: LockContent): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  // A process number is used again after a while: the start time tells the two apart.
  const ticks = startedTicks(holder.pid);
  return holder.startedTicks === null || ticks === null || ticks === holder.startedTicks;
}

/** Start time of a process in clock ticks (Linux), or null where the system does not tell. */
function startedTicks(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
}

function lockPath(folder: string): string {
  return join(folder, 'lock.json');
}
