import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Outcome } from '../../server/commands/carry-out.ts';
import { parseEnv } from '../../server/env.ts';
import { type Home, listen, openHome, type RunningServer } from '../../server/main.ts';
import { upsertEdition } from '../../server/queries/upsert-edition.ts';
import { createPostgresDatabase } from '../support/homes.ts';
import { runScript, temporaryFolder } from '../support/program.ts';

const GAZETTEER = `Type,Code,Name (Khmer),Name (Latin),Reference,Official Note,Note (by Checker)
ខេត្ត,1,ខេត្តជើង,North Province,,,
ស្រុក,101,ទីមួយ,First,,,
ឃុំ,10101,អាល់ហ្វា,Alpha,,,
ឃុំ,10102,បេតា,Beta,,,
`;
const ASSESSMENTS = `pcode,period,workshop-date,high-risk-children
010101,2025,2025-03-01,0
010102,2025,2025-03-02,
`;

type Atlas = (...words: string[]) => Promise<{ code: number | null; text: string }>;

/** The command, as it is called on the database that the environment names. */
function atlasOn(environment: Record<string, string>): Atlas {
  return async (...words) => {
    const program = runScript('atlas.ts', words, environment);
    const code = await program.ended;
    return { code, text: program.output() };
  };
}

async function writeFiles(files: Readonly<Record<string, string>>): Promise<(name: string) => string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return (name) => join(folder, name);
}

const outcomeOf = (text: string) => Outcome.parse(JSON.parse(text.split('\n').find((line) => line.startsWith('{')) ?? ''));

const files = await writeFiles({
  'Gazetteer_14_Sep_2025.csv': GAZETTEER,
  'assessments.csv': ASSESSMENTS,
  'population.csv': 'pcode,year,0-17\n010101,2024,412\n',
});
const gazetteer = files('Gazetteer_14_Sep_2025.csv');
const assessments = files('assessments.csv');
const population = files('population.csv');

const postgres = inject('postgres');
const absent = 'absent' in postgres ? ` (${postgres.absent})` : '';
describe.skipIf(absent !== '')(`loading numbers from the command line, on PostgreSQL${absent}`, () => {
  let atlas: Atlas;
  beforeAll(async () => {
    atlas = atlasOn({ DATABASE_URL: await createPostgresDatabase() });
  });

  it('needs real places first, says each step, and names what it does not take', async () => {
    expect(await atlas('import', 'vsnp-assessments', assessments)).toMatchObject({
      code: 1,
      text: expect.stringContaining('No real places are loaded yet'),
    });
    expect((await atlas('import', 'gazetteer', gazetteer)).code).toBe(0);
    const { code, text } = await atlas('import', 'vsnp-assessments', assessments, '--source', 'Test office');
    expect(code).toBe(0);
    expect(text).toContain('Storing 1 statements …');
    expect(text).toContain('Read 2: taken 1, rejected 1.');
    expect(text).toContain('line 3: 010102 (high-risk-children is blank; where none was found, write 0)');
  });

  it('answers machines in JSON, and knows the same bytes again', async () => {
    const { code, text } = await atlas('import', 'vsnp-assessments', assessments, '--source', 'Test office', '--json');
    expect(code).toBe(0);
    expect(outcomeOf(text)).toMatchObject({ report: { kind: 'vsnp-assessments', upload: 1, read: 2, taken: 1, wasKnown: true } });
  });
});

describe('loading numbers while the atlas runs on the data folder', () => {
  let home: Home;
  let server: RunningServer;
  let atlas: Atlas;
  beforeAll(async () => {
    const folder = join(await temporaryFolder(), 'home');
    const env = parseEnv({ ATLAS_DATA: folder, PORT: '0' });
    home = await openHome(env, () => {});
    server = await listen(env, home, undefined);
    atlas = atlasOn({ ATLAS_DATA: folder });
  }, 240_000);
  afterAll(() => server.close());

  it('hands the work to it', async () => {
    expect((await atlas('import', 'gazetteer', gazetteer)).code).toBe(0);
    const { code, text } = await atlas('import', 'population', population, '--json');
    expect(code).toBe(0);
    expect(text).toContain('Looking up the places …');
    expect(outcomeOf(text)).toMatchObject({ report: { kind: 'population', read: 1, taken: 1, wasKnown: false } });
    const covariate = await atlas(
      'import',
      'covariate',
      population,
      '--indicator',
      'poor-households',
      '--value',
      'poor',
      '--period',
      '2024',
    );
    expect(covariate).toMatchObject({ code: 1, text: expect.stringContaining('There is no column "poor" (value)') });
  });

  it('takes the demonstration out of it', async () => {
    const facts = { nameEn: 'Demo', nameKm: 'សាកល្បង', kind: 'complete', source: 'test', licence: 'test', validFrom: '2021-01-01' } as const;
    await upsertEdition(home.database, { ...facts, id: 'demonstration', isDemonstration: true });
    await home.database.script(
      "insert into place (edition, pcode, name_en, name_km, search_text) values ('demonstration', '01', 'x', '', 'x')",
    );
    const { code, text } = await atlas('demo', '--remove');
    expect([code, text]).toEqual([0, expect.stringContaining('The demonstration is out whole: 1 places')]);
    expect(await atlas('demo', '--remove')).toMatchObject({ code: 0, text: expect.stringContaining('There was no demonstration') });
  });
});
