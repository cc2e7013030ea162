import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { publishRelease, writeRelease } from '../../server/release/folder.ts';
import { inventChildren, inventRelease } from '../support/invented-release.ts';
import { runScript, temporaryFolder } from '../support/program.ts';

const RELEASE = inventRelease(inventChildren(3));

async function atlas(folder: string, ...words: string[]): Promise<{ code: number | null; text: string }> {
  const program = runScript('atlas.ts', ['release', ...words], { ATLAS_DATA: folder });
  const code = await program.ended;
  return { code, text: program.output() };
}

describe('atlas release', () => {
  it('verifies, attacks, publishes, lists and retires', async () => {
    const data = await temporaryFolder();
    const folder = await writeRelease(join(data, 'releases'), RELEASE);
    expect(await atlas(data, 'verify', folder)).toMatchObject({ code: 0, text: expect.stringContaining('its proof holds') });
    const attacked = await atlas(data, 'attack', folder, '--draws', '2');
    expect(attacked).toMatchObject({ code: 0, text: expect.stringMatching(/This release: 0 of \d+ computed exactly, 0 more closely/) });
    expect(attacked.text).toMatch(/If only 1 to the threshold were withheld: [1-9]\d* of \d+ computed exactly/);
    expect(attacked.text).toMatch(/of 2 tables drawn \d make the same release/);
    expect(await atlas(data, 'publish', '--release', RELEASE.id)).toMatchObject({ code: 0, text: expect.stringContaining('is served') });
    expect(await atlas(data, 'list')).toMatchObject({
      code: 0,
      text: expect.stringContaining(`${RELEASE.id}  2025  invented, threshold 5  (served)`),
    });
    expect(await atlas(data, 'retire', '--release', RELEASE.id)).toMatchObject({ code: 1, text: expect.stringContaining('being served') });
    await writeFile(join(folder, 'manifest.json'), '{}');
    expect(await atlas(data, 'verify', folder)).toMatchObject({ code: 1, text: expect.stringContaining('Do not trust this folder') });
  });

  it('says what is wrong with what was asked', async () => {
    const data = await temporaryFolder();
    expect(await atlas(data, 'list')).toEqual({ code: 0, text: 'There is no release yet.\n' });
    expect(await atlas(data, 'publish', '--release', '../etc')).toEqual({ code: 1, text: 'There is no release "../etc".\n' });
    expect(await atlas(data, 'publish')).toMatchObject({ code: 2 });
    expect(await atlas(data, 'verify', join(data, 'nothing'))).toMatchObject({ code: 1 });
  });
});

describe('the routes of releases', () => {
  const stopped = () => Promise.reject(new Error('the database is stopped'));
  const database = {
    home: 'postgres',
    query: stopped,
    script: stopped,
    copyIn: stopped,
    transaction: stopped,
    settle: stopped,
    close: stopped,
  } as const;
  const ask = async (releases: string, path: string) => {
    const app = createApp({ database, hosts: new Set(['atlas.test']), releases, webFolder: undefined, logError: () => {} });
    return app.request(path, { headers: { host: 'atlas.test' } });
  };

  it('serve the current release while the database is stopped, each file for good', async () => {
    const releases = join(await temporaryFolder(), 'releases');
    await writeRelease(releases, RELEASE);
    expect((await ask(releases, '/api/releases/current')).status).toBe(404);
    expect((await ask(releases, `/api/releases/${RELEASE.id}/manifest.json`)).status).toBe(404);
    await publishRelease(releases, RELEASE.id);
    const current = await ask(releases, '/api/releases/current');
    expect(current.headers.get('cache-control')).toBe('no-store');
    expect(await current.json()).toEqual({ release: RELEASE.id, manifest: RELEASE.manifest });
    for (const { name } of RELEASE.manifest.files) {
      const file = await ask(releases, `/api/releases/${RELEASE.id}/${name}`);
      expect(file.headers.get('cache-control')).toContain('immutable');
      expect(Buffer.from(await file.arrayBuffer()).equals(RELEASE.contents.get(name) ?? new Uint8Array())).toBe(true);
    }
    expect((await ask(releases, `/api/releases/${RELEASE.id}/..%2Fcurrent`)).status).toBe(400);
  });
});
