import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Certificate, ReleasedTable, type ReleaseEntry, ReleaseId, ReleaseManifest } from '../contracts/release.ts';
import { MANIFEST, type ReleaseFolder } from './files.ts';
import { verifyRelease } from './verify.ts';

/** File that names the release which is served. */
const POINTER = 'current';
/** Folder of those no longer served: what was once published stays known, and later releases are compared with it. */
const RETIRED = 'retired';
/** Lists every release that was ever published, one a line. */
const PUBLISHED = 'published';

/** Writes a release under its name, all of it or nothing; a release that is there already is left alone. */
export async function writeRelease(releases: string, { id, contents }: ReleaseFolder): Promise<string> {
  const folder = join(releases, id);
  if ((await releaseIds(releases)).includes(id)) return folder;
  const unfinished = join(releases, `.${id}`);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  for (const [name, content] of contents) await writeDurably(join(unfinished, name), content);
  await rename(unfinished, folder);
  return folder;
}

/**
 * Makes a release the one that is served, in one step, once its proof is checked and it gives nothing away beside those
 * of the same year that were published before. A refusal says why, and nothing has changed.
 */
export async function publishRelease(releases: string, id: string): Promise<{ published: string } | { refused: string }> {
  if (!(await releaseIds(releases)).includes(id)) return { refused: `There is no release "${id}".` };
  const verdict = await verifyRelease(join(releases, id));
  if ('refused' in verdict) return { refused: `The release does not pass its own check: ${verdict.refused}.` };
  const table = await readTable(join(releases, id));
  // The solver takes memory that a server which only hands releases out does not need.
  const { differenceTrouble } = await import('./difference.ts');
  for (const earlier of await publishedIds(releases)) {
    if (earlier === id) continue;
    const known = await readTable(join(releases, earlier)).catch(() => readTable(join(releases, RETIRED, earlier)));
    const trouble = differenceTrouble(known, table);
    if (trouble !== undefined) return { refused: `The release waits: ${trouble} (beside release ${earlier}, published before).` };
  }
  const published = await publishedIds(releases);
  if (!published.includes(id)) await replaceFile(join(releases, PUBLISHED), `${[...published, id].join('\n')}\n`);
  await replaceFile(join(releases, POINTER), id);
  return { published: id };
}

/** Takes a release out of service; the one that is served cannot be retired. */
export async function retireRelease(releases: string, id: string): Promise<{ retired: string } | { refused: string }> {
  if (!(await releaseIds(releases)).includes(id)) return { refused: `There is no release "${id}".` };
  if ((await currentRelease(releases)) === id) return { refused: 'This release is being served; publish another one first.' };
  await mkdir(join(releases, RETIRED), { recursive: true });
  await rename(join(releases, id), join(releases, RETIRED, id));
  return { retired: id };
}

/** The releases that are there, by name. */
export async function listReleases(releases: string): Promise<ReleaseEntry[]> {
  const current = await currentRelease(releases);
  return Promise.all(
    (await releaseIds(releases)).map(async (id) => {
      const { edition, period, threshold } = await readManifest(join(releases, id));
      return { id, edition: edition.id, period, threshold, isCurrent: id === current };
    }),
  );
}

/** Name of the release that is served; undefined before one is published. */
export async function currentRelease(releases: string): Promise<string | undefined> {
  const text = await readFile(join(releases, POINTER), 'utf8').catch(absent);
  return text === undefined ? undefined : ReleaseId.parse(text);
}

/** One file of a release that was published and is not retired; undefined when there is none of that name. */
export async function readReleaseFile(releases: string, id: string, name: string): Promise<Buffer | undefined> {
  if (!(await publishedIds(releases)).includes(id)) return undefined;
  return readFile(join(releases, id, name)).catch(absent);
}

async function publishedIds(releases: string): Promise<string[]> {
  return ((await readFile(join(releases, PUBLISHED), 'utf8').catch(absent)) ?? '').split('\n').filter((line) => line !== '');
}

async function releaseIds(releases: string): Promise<string[]> {
  return ((await readdir(releases).catch(absent)) ?? []).filter((name) => ReleaseId.safeParse(name).success).sort();
}

async function readManifest(folder: string): Promise<ReleaseManifest> {
  return ReleaseManifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
}

/** The table of identified children of a release. */
export async function readTable(folder: string): Promise<ReleasedTable> {
  return ReleasedTable.parse(await readKind(folder, 'children'));
}

/** The proof of that table. */
export async function readCertificate(folder: string): Promise<Certificate> {
  return Certificate.parse(await readKind(folder, 'certificate-children'));
}

async function readKind(folder: string, kind: string): Promise<unknown> {
  const { files } = await readManifest(folder);
  const file = files.find((candidate) => candidate.kind === kind);
  if (file === undefined) throw new Error(`a release has no file of kind ${kind}`);
  return JSON.parse(await readFile(join(folder, file.name), 'utf8'));
}

async function replaceFile(path: string, text: string): Promise<void> {
  await writeDurably(`${path}.new`, Buffer.from(text));
  await rename(`${path}.new`, path);
}

async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  await writeFile(path, content);
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error;
}
