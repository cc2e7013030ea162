import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { createPostgresDatabase } from '../support/homes.ts';
import { type Program, runScript, temporaryFolder } from '../support/program.ts';

const fixture = (name: string) => join(fileURLToPath(new URL('../fixtures/boundaries/', import.meta.url)), name);
const GAZETTEER = ['import', 'gazetteer', fixture('gazetteer.csv'), '--valid-from', '2025-09-14'];
const BOUNDARIES = ['import', 'boundaries', fixture('geoboundaries-communes.geojson'), '--codes', fixture('shape-codes.csv')];

const running: Program[] = [];
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.signal('SIGKILL');
    await program.ended;
  }
});

async function atlas(words: readonly string[], environment: Record<string, string>): Promise<{ code: number | null; text: string }> {
  const program = runScript('atlas.ts', words, environment);
  running.push(program);
  const code = await program.ended;
  expect(program.output()).not.toMatch(/\n\s+at /);
  return { code, text: program.output() };
}

/** What a file begins with, by its name. */
async function beginnings(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const starts = names.map(async (name) => [name, (await readFile(join(folder, name))).subarray(0, 4).toString('latin1')] as const);
  return Object.fromEntries(await Promise.all(starts));
}

const server = inject('postgres');
describe.skipIf('absent' in server)(`atlas print on PostgreSQL${'absent' in server ? ` (${server.absent})` : ''}`, () => {
  it('writes the map and a brief of every province, and leaves files that are there alone', async () => {
    const home = { DATABASE_URL: await createPostgresDatabase() };
    for (const words of [GAZETTEER, BOUNDARIES]) expect(await atlas(words, home)).toMatchObject({ code: 0 });
    const folder = join(await temporaryFolder(), 'prints', 'of today');
    const about = ['--edition', 'gazetteer-2025', '--period', '2025', '--language', 'km', '--out', folder];
    const map = await atlas(['print', 'map', '--paper', 'a3', ...about], home);
    expect(map).toMatchObject({ code: 0, text: expect.stringContaining(`Written: ${folder}/`) });
    const briefs = await atlas(['print', 'brief', '--province', 'all', '--format', 'png', ...about], home);
    expect(briefs).toMatchObject({ code: 0, text: expect.stringContaining('  Drawing brief 01 …') });
    const written = await beginnings(folder);
    expect(written['gazetteer-2025-high-risk-children-rate-commune-2025-a3-km.pdf']).toBe('%PDF');
    const provinces = Object.entries(written).filter(([name]) => /^gazetteer-2025-brief-\d\d-2025-km\.png$/.test(name));
    expect(provinces.map(([name]) => name.slice(21, 23))).toEqual(['01', '09']);
    expect(provinces.map(([, start]) => start)).toEqual(['\x89PNG', '\x89PNG']);
    expect(await atlas(['print', 'brief', '--province', '01', '--format', 'png', ...about], home)).toMatchObject({
      code: 1,
      text: expect.stringContaining('already; name another.'),
    });
    expect(await atlas(['print', 'brief', '--province', '24', ...about], home)).toMatchObject({
      code: 1,
      text: expect.stringContaining('There is no such province'),
    });
    const section = ['--bounds', '102.5,13.4,103,13.8', '--layers', 'indicator,coverage,workshops,routes', '--on', '2025-06-30'];
    expect(await atlas(['print', 'map', ...section, ...about], home)).toMatchObject({ code: 0 });
    expect((await beginnings(folder))['gazetteer-2025-high-risk-children-rate-commune-section-2025-a4-km.pdf']).toBe('%PDF');
    expect(await atlas(['print', 'map', '--bounds', '103,13,102,14', ...about], home)).toMatchObject({
      code: 1,
      text: expect.stringContaining('--bounds is wrong.'),
    });
    expect(await atlas(['print', 'map', '--paper', 'a5', ...about], home)).toMatchObject({
      code: 1,
      text: expect.stringContaining('--paper is wrong.'),
    });
  }, 240_000);
});

describe('atlas print on the embedded database', () => {
  it('prints from the data folder itself, and from the running atlas that holds it', async () => {
    const home = { ATLAS_DATA: join(await temporaryFolder(), 'home') };
    for (const words of [GAZETTEER, BOUNDARIES]) expect(await atlas(words, home)).toMatchObject({ code: 0 });
    const folder = await temporaryFolder();
    const print = (province: string) => atlas(['print', 'brief', '--province', province, '--period', '2025', '--out', folder], home);
    expect(await print('01')).toMatchObject({ code: 0, text: expect.stringContaining('Opening the embedded database') });
    const started = runScript('start.ts', ['--api-only'], { PORT: '0', ...home });
    running.push(started);
    await started.printed(/Ready: http/);
    const second = await print('9');
    expect(second).toMatchObject({ code: 0, text: expect.not.stringContaining('Opening the embedded database') });
    expect(Object.values(await beginnings(folder))).toEqual(['%PDF', '%PDF']);
  }, 240_000);
});
