import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { UploadList } from '../../server/contracts/import.ts';
import { REQUEST_HEADER } from '../../server/contracts/request.ts';
import { makeDataFolder } from '../support/data-folder.ts';
import { type Program, runScript, temporaryFolder } from '../support/program.ts';
import { GAZETTEER, writeEditions } from '../support/two-editions.ts';

const DISK_MEGABYTES = 110;
const FULL = 'The disk that holds the data is full; make room on it and try again. Nothing has changed.';

/** A small disk of its own, which only root may make; undefined where this user may not. */
async function mountDisk(): Promise<string | undefined> {
  const folder = await temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    return undefined;
  }
}
const disk = await mountDisk();

const running: Program[] = [];
async function stop(program: Program | undefined): Promise<void> {
  program?.signal('SIGKILL');
  await program?.ended;
}

/** Numbers for many years, so that they need room of their own. */
function table(children: number): string {
  const years = Array.from({ length: 60 }, (_, index) => 1960 + index);
  const rows = years.flatMap((year) =>
    ['010201', '010209', '010210', '010211'].map((pcode) => `${pcode},${year},${year}-03-01,${children}`),
  );
  return `pcode,period,workshop-date,high-risk-children\n${rows.join('\n')}\n`;
}

async function start(folder: string): Promise<string> {
  const program = runScript('start.ts', ['--api-only'], { PORT: '0', ATLAS_DATA: folder });
  running.push(program);
  await program.printed(/Ready: http/);
  return /Ready: (http:\/\/\S+)/.exec(program.output())?.[1] ?? '';
}

async function upload(url: string, children: number): Promise<{ status: number; body: Record<string, unknown> }> {
  const form = new FormData();
  form.set('dataset', 'vsnp-assessments');
  form.set('file', new File([table(children)], 'a.csv'));
  const headers = { 'sec-fetch-site': 'same-origin', [REQUEST_HEADER]: '1' };
  const answer = await fetch(`${url}/api/uploads`, { method: 'POST', headers, body: form });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

/** The history of uploads and the file that leaves, byte for byte. */
async function state(url: string): Promise<string> {
  const { uploads } = UploadList.parse(await (await fetch(`${url}/api/uploads`)).json());
  const file = await fetch(`${url}/api/exports/vsnp-assessments?edition=${GAZETTEER}&format=csv`);
  return JSON.stringify([uploads, file.status, await file.text()]);
}

/** Takes all the room that is left, to the last byte. */
async function fill(folder: string): Promise<void> {
  const file = await open(join(folder, 'fill'), 'w');
  for (const size of [65_536, 512]) {
    const zeros = new Uint8Array(size);
    while (
      await file.write(zeros).then(
        ({ bytesWritten }) => bytesWritten === size,
        () => false,
      )
    );
  }
  await file.close();
}

describe.skipIf(disk === undefined)(`a disk that is full${disk === undefined ? ' (only root may make a small one)' : ''}`, () => {
  const small = disk ?? '';
  const home = join(small, 'home');
  beforeAll(() => makeDataFolder(writeEditions, home));
  afterEach(async () => {
    for (const program of running.splice(0)) await stop(program);
  });
  afterAll(() => {
    execFileSync('umount', [small]);
    rmSync(small, { recursive: true });
  });

  it('leaves everything as it was when an upload finds no room, says so, and goes on when there is room again', async () => {
    const url = await start(home);
    expect((await upload(url, 1)).body).toHaveProperty('report');
    const before = await state(url);
    await fill(small);
    for (const children of [2, 3]) expect(await upload(url, children)).toEqual({ status: 200, body: { refused: FULL } });
    const path = join(await temporaryFolder(), 'a.csv');
    await writeFile(path, table(4));
    const command = runScript('atlas.ts', ['import', 'vsnp-assessments', path], { ATLAS_DATA: home });
    expect([await command.ended, command.output()]).toEqual([1, expect.stringContaining(FULL)]);
    expect(command.output()).not.toMatch(/\n\s+at /);
    expect(await state(url)).toBe(before);
    // Killed while the disk is full, and started again on it: nothing half done either way.
    await stop(running.pop());
    const again = runScript('start.ts', ['--api-only'], { PORT: '0', ATLAS_DATA: home });
    running.push(again);
    await Promise.race([again.printed(/Ready: http/).catch(() => undefined), again.ended]);
    expect(again.output()).not.toMatch(/\n\s+at /);
    await stop(running.pop());
    rmSync(join(small, 'fill'));
    const roomy = await start(home);
    expect(await state(roomy)).toBe(before);
    expect((await upload(roomy, 5)).body).toHaveProperty('report');
  });

  it('or may not be written stops the start with one plain sentence, and harms nothing', async () => {
    const url = await start(home);
    const before = await state(url);
    await stop(running.pop());
    execFileSync('mount', ['-o', 'remount,ro', small]);
    const refused = runScript('start.ts', ['--api-only'], { PORT: '0', ATLAS_DATA: home });
    expect(await refused.ended).toBe(1);
    execFileSync('mount', ['-o', 'remount,rw', small]);
    expect(refused.output()).toContain(
      `The data folder "${home}" cannot be used. The place that holds the data cannot be written; let this user write there and try again.`,
    );
    expect(refused.output()).not.toMatch(/\n\s+at /);
    expect(await state(await start(home))).toBe(before);
  });
});
