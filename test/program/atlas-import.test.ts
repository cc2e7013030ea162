import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { Outcome } from '../../server/commands/carry-out.ts';
import type { PlacesReport } from '../../server/contracts/import.ts';
import { createPostgresDatabase } from '../support/homes.ts';
import { type Program, runScript, temporaryFolder } from '../support/program.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/boundaries/', import.meta.url));
const fixture = (name: string) => join(FIXTURES, name);
const GAZETTEER = ['import', 'gazetteer', fixture('gazetteer.csv'), '--valid-from', '2025-09-14'];
const CROSSWALK = ['import', 'crosswalk', fixture('crosswalk-2014-to-2025.csv')];
const BOUNDARIES = ['import', 'boundaries', fixture('geoboundaries-communes.geojson'), '--codes', fixture('shape-codes.csv')];

const running: Program[] = [];
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.signal('SIGKILL');
    await program.ended;
  }
});

type Called = { code: number | null; all: string; out: string };

/** Runs `atlas` to its end. No answer of it is a stack trace. */
async function atlas(
  words: readonly string[],
  environment: Record<string, string> = { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' },
) {
  const program = runScript('atlas.ts', words, environment);
  running.push(program);
  const called: Called = { code: await program.ended, all: program.output(), out: program.standardOutput() };
  expect(called.all).not.toMatch(/\n\s+at /);
  return called;
}

function reportIn({ out }: Called): PlacesReport {
  const outcome = Outcome.parse(JSON.parse(out));
  if (!('report' in outcome) || !('layout' in outcome.report)) throw new Error(`no report of places: ${out}`);
  return outcome.report;
}

describe('the atlas command', () => {
  it('says what there is, and more of one command', async () => {
    const all = await atlas(['--help']);
    expect([all.code, all.out]).toEqual([0, expect.stringContaining('Usage: atlas COMMAND')]);
    for (const words of ['import boundaries', 'import gazetteer', 'import crosswalk', 'reports']) expect(all.out).toContain(`  ${words} `);
    const one = await atlas(['import', 'boundaries', '--help']);
    expect([one.code, one.out]).toEqual([
      0,
      expect.stringMatching(/^Usage: atlas import boundaries FILE…[\s\S]*--codes FILE[\s\S]*--json/),
    ]);
  });

  it('ends with 2 when the call is wrong, and says what is', async () => {
    const wrong: readonly (readonly [string[], string])[] = [
      [['import', 'everything'], 'There is no command "import everything".'],
      [['import', 'boundaries'], '"import boundaries" needs a file.'],
      [['uploads', 'a.csv'], '"uploads" takes no file.'],
      [['import', 'gazetteer', 'a.csv', '--colour', 'red'], "Unknown option '--colour'"],
    ];
    for (const [words, sentence] of wrong) {
      expect(await atlas(words)).toEqual({ code: 2, all: expect.stringContaining(sentence), out: '' });
    }
  });

  it('ends with 1 when a file or the database is not there', async () => {
    const { code, all } = await atlas(['import', 'crosswalk', fixture('none.csv')]);
    expect([code, all]).toEqual([1, `There is no file "${fixture('none.csv')}".\n`]);
    expect(await atlas(CROSSWALK)).toMatchObject({ code: 1, all: expect.stringContaining('cannot be reached') });
  });
});

const server = inject('postgres');
describe.skipIf('absent' in server)(`the atlas command on PostgreSQL${'absent' in server ? ` (${server.absent})` : ''}`, () => {
  let home: Record<string, string>;
  beforeAll(async () => {
    home = { DATABASE_URL: await createPostgresDatabase() };
  });

  it('imports boundaries, gazetteer and crosswalk, and reports in plain sentences', async () => {
    const boundaries = await atlas(BOUNDARIES, home);
    expect(boundaries.code).toBe(0);
    expect(boundaries.out).toMatch(/^boundaries import into geoboundaries-2014 \(layout geoboundaries\)\nRead 9: taken 8, rejected 1\.\n/);
    expect(boundaries.out).toContain('feature 9: 99927896B009 Unlisted (the codes file has no code for this shapeID');
    expect(boundaries.out).not.toContain('Reading');
    expect(boundaries.all).toContain('  Reading geoboundaries-communes.geojson …\n');
    const gazetteer = reportIn(await atlas([...GAZETTEER, '--json'], home));
    expect([gazetteer.edition, gazetteer.read, gazetteer.taken, gazetteer.rejected.length]).toEqual(['gazetteer-2025', 21, 15, 6]);
    const tried = await atlas([...CROSSWALK, '--dry-run'], home);
    expect(tried.out).toMatch(/^crosswalk import: dry run, nothing was stored\nRead 14: taken 10, rejected 4\./);
    const crosswalk = Outcome.parse(JSON.parse((await atlas([...CROSSWALK, '--json'], home)).out));
    const findings = 'report' in crosswalk && 'findings' in crosswalk.report ? crosswalk.report.findings : undefined;
    expect(findings?.resolvedByCrosswalk.map(({ code, to }) => `${code} ${to}`)).toEqual(['010103 010201', '090104 090103']);
  });

  it('ends with 1 when a file is refused, says why in one sentence, and keeps no report', async () => {
    const cut = join(await temporaryFolder(), 'cut.geojson');
    await writeFile(cut, '{"type":"FeatureCollection","features":[{"type":"Fea');
    const plain = await atlas(['import', 'boundaries', cut], home);
    expect([plain.code, plain.out]).toEqual([1, '']);
    expect(plain.all).toMatch(/\ncut\.geojson is no GeoJSON collection of features\.\n$/);
    const forMachines = await atlas(['import', 'boundaries', cut, '--json'], home);
    expect([forMachines.code, JSON.parse(forMachines.out)]).toEqual([1, { refused: 'cut.geojson is no GeoJSON collection of features.' }]);
    const { code, out } = await atlas(['reports', '--json'], home);
    const outcome = Outcome.parse(JSON.parse(out));
    const kinds = 'reports' in outcome ? outcome.reports.map(({ report }) => report.kind) : [];
    expect([code, kinds]).toEqual([0, ['crosswalk', 'gazetteer', 'boundaries']]);
  });
});

describe('the atlas command on the embedded database', () => {
  it('works on the data folder itself, and lets the running atlas that holds it do the work', async () => {
    const home = { ATLAS_DATA: join(await temporaryFolder(), 'home') };
    const alone = await atlas([...GAZETTEER, '--json'], home);
    expect([alone.code, reportIn(alone).taken]).toEqual([0, 15]);

    const started = runScript('start.ts', ['--api-only'], { PORT: '0', ...home });
    running.push(started);
    await started.printed(/Ready: http/);
    const url = /Ready: (http:\/\/\S+)/.exec(started.output())?.[1] ?? '';
    const boundaries = await atlas(BOUNDARIES, home);
    expect([boundaries.code, boundaries.all]).toEqual([0, expect.stringContaining('  Joining the places of gazetteer-2025')]);
    expect(boundaries.all).not.toContain('Opening the embedded database');
    const refused = await atlas(['import', 'crosswalk', fixture('gazetteer.csv'), '--json'], home);
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([
      1,
      { refused: expect.stringContaining('gazetteer.csv is no table of crosswalk') },
    ]);
    const { editions } = (await (await fetch(`${url}/api/editions`)).json()) as { editions: { id: string }[] };
    expect(editions.map(({ id }) => id)).toEqual(['gazetteer-2025', 'geoboundaries-2014']);
    const uninvited = await fetch(`${url}/api/imports`, {
      method: 'POST',
      body: new FormData(),
      headers: { 'sec-fetch-site': 'same-origin', 'x-atlas-request': '1', authorization: 'Bearer guess' },
    });
    expect(uninvited.status).toBe(404);
    started.signal('SIGTERM');
    expect(await started.ended).toBe(0);

    const kept = await atlas(['reports'], home);
    expect(kept.code).toBe(0);
    expect(kept.out).toMatch(/boundaries import into geoboundaries-2014[\s\S]*gazetteer import into gazetteer-2025/);
  }, 240_000);
});
