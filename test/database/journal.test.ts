import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { datasetOf } from '../../server/datasets/index.ts';
import { type Database, DatabaseUnavailable, sql } from '../../server/db/database.ts';
import { REGISTER_IDS } from '../../server/domain/records/record.ts';
import { parseEnv } from '../../server/env.ts';
import { forget } from '../../server/intake/forget.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { undoUpload } from '../../server/intake/undo-upload.ts';
import { closeHome, type Home, openHome } from '../../server/main.ts';
import { queryKeptAnswers } from '../../server/queries/remembered-answers.ts';
import { rowsOfUpload } from '../../server/queries/rows-of-upload.ts';
import { queryUploads } from '../../server/queries/uploads.ts';
import { askingOf } from '../support/asking.ts';
import { makeDataFolder } from '../support/data-folder.ts';
import { temporaryFolder } from '../support/program.ts';
import { GAZETTEER, writeEditions } from '../support/two-editions.ts';

const ASSESSMENTS =
  'pcode,period,workshop-date,high-risk-children,girls 0-5,participants-police,topics,action-1-priority,action-1-owner,action-1-status\n';
const TABLES = {
  'vsnp-assessments': `${ASSESSMENTS}010201,2025,2025-03-01,7,3,2,,,,\n01020901,2025,2025-03-02,4,,,,,,\n01020902,2025,2025-03-02,5,,,,,,\n`,
  networks: 'pcode,network-code,organisation,founded-on,members-police\n010201,CPN-1,cambodia-acts,2021-05-20,2\n',
  'network-reports':
    'network-code,quarter,sessions,people-reached,cases-monitored,cases-reported,children-referred\nCPN-1,2025-Q3,2,40,1,0,0\n',
  workshops:
    'pcode,workshop-code,type,theme,starts-on,ends-on,organiser,trained-by,participants-police\n010201,TOT-1,tot,child-protection,2025-07-08,2025-07-10,cambodia-acts,,4\n',
  flows:
    'pcode,crossing,destination-country,destination-province,direction,period,children,adults,basis\n01,poipet,th,Sa Kaeo,out,2025-Q3,120,340,recorded\n',
  'crossing-statuses': 'crossing,status,from-on,to-on,source\npoipet,limited,2026-03-01,2026-03-31,border-meeting\n',
  presence: 'pcode,organisation,programme,from-on,to-on\n0102,police,cpn,2022-01-01,2023-01-01\n',
  crosswalk: 'code_2014,code_2025,method,share\n010401,010220,survey,0.6\n010401,010221,survey,0.4\n',
  places: 'pcode,name-en,other-names\n010201,Thmei,Thmey\n',
} as const;

const opened: Home[] = [];
afterEach(async () => {
  for (const home of opened.splice(0)) await closeHome(home);
});

const notes: string[] = [];
async function open(folder: string): Promise<Database> {
  notes.length = 0;
  const home = await openHome(parseEnv({ ATLAS_DATA: folder }), (note) => notes.push(note));
  opened.push(home);
  return home.database;
}

async function close(): Promise<void> {
  await closeHome(opened.pop() as Home);
}

async function load(database: Database, id: keyof typeof TABLES, text: string = TABLES[id]): Promise<number> {
  const files = [{ name: 'table.csv', bytes: new TextEncoder().encode(text) }];
  const report = await importDataset(database, { files, dataset: datasetOf(id), stated: {}, source: undefined }, () => {});
  if ('refused' in report || report.upload === null) throw new Error(JSON.stringify(report));
  return report.upload;
}

/** Everything that is kept of every upload, row by row, and what leaves as a file. */
async function state(database: Database): Promise<string> {
  const uploads = await queryUploads(database);
  const rows = [];
  for (const { id } of uploads) rows.push(await rowsOfUpload(database, id));
  const asking = askingOf(database);
  const files = [];
  for (const path of [`vsnp-assessments?edition=${GAZETTEER}&`, ...REGISTER_IDS.map((id) => `registers/${id}?`)]) {
    const { status, bytes } = await asking.download(`/api/exports/${path}format=csv`, 'identity');
    expect({ path, status }).toEqual({ path, status: 200 });
    files.push(Buffer.from(bytes).toString());
  }
  files.push(await database.query(sql`select * from crosswalk order by 1, 2, 3, 4`));
  files.push(await database.query(sql`select edition, kind, hash from published_file order by edition, kind, detail`));
  return JSON.stringify({ uploads, rows, files }, null, 1);
}

describe('the journal of accepted uploads', () => {
  /** The data folder before anything was uploaded, its database closed and whole. */
  let before: string;
  beforeAll(async () => {
    before = await makeDataFolder(writeEditions);
    await open(before);
    await close();
  });
  const copied = async (): Promise<string> => {
    const folder = join(await temporaryFolder(), 'home');
    await cp(before, folder, { recursive: true });
    return folder;
  };
  /** The power fails: the journal is on the disk, the files of the database are as they were before. */
  const loseDatabase = async (folder: string, older = before): Promise<void> => {
    await rm(join(folder, 'database'), { recursive: true });
    await cp(join(older, 'database'), join(folder, 'database'), { recursive: true });
  };

  it('brings back every acknowledged upload and undo that the database loses with the power, to the last byte', async () => {
    const folder = await copied();
    const database = await open(folder);
    const first = await load(database, 'vsnp-assessments');
    for (const id of REGISTER_IDS) await load(database, id);
    const second = await load(database, 'vsnp-assessments', TABLES['vsnp-assessments'].replace(',7,', ',9,'));
    await undoUpload(database, { upload: second, by: 'a test' });
    const kept = await state(database);
    for (const part of ['CPN-1', 'TOT-1', 'Sa Kaeo', 'border-meeting', 'cpn', 'Thmei']) expect(kept).toContain(part);
    await close();
    await loseDatabase(folder);
    const again = await open(folder);
    expect(notes).toContain('Restored from the journal: 11 uploads and undos that the database had lost');
    expect(await state(again)).toBe(kept);
    expect(await undoUpload(again, { upload: second, by: 'a test' })).toMatchObject({ refused: expect.stringContaining('already') });
    expect(await load(again, 'vsnp-assessments', TABLES['vsnp-assessments'].replace(',7,', ',8,'))).toBe(second + 1);
    await undoUpload(again, { upload: first, by: 'a test' });
  });

  it('brings back the answers an office asked to remember, and those it has forgotten stay forgotten', async () => {
    const folder = await copied();
    const database = await open(folder);
    const answered = async (heads: Readonly<Record<string, string>>, children: number) => {
      const text = `${Object.values(heads).join()}\n010201,2025,2025-03-01,${children}\n`;
      const files = [{ name: 'table.csv', bytes: new TextEncoder().encode(text) }];
      const delivery = { files, dataset: datasetOf('vsnp-assessments'), stated: {}, source: undefined, isRemembered: true };
      const report = await importDataset(database, { ...delivery, choices: { columns: heads, places: [] } }, () => {});
      if ('refused' in report) throw new Error(report.refused);
    };
    const first = { pcode: 'Khum no.', period: 'Yr', 'workshop-date': 'Held on', 'high-risk-children': 'Kids' };
    await answered(first, 3);
    expect(await forget(database, { dataset: 'vsnp-assessments', head: 'Yr' })).toBe(true);
    expect(await forget(database, { dataset: 'vsnp-assessments', head: 'Yr' })).toBe(false);
    expect(await forget(database, { dataset: 'vsnp-assessments', head: 'Kids' })).toBe(true);
    await answered({ ...first, period: 'Year of it' }, 4);
    const kept = await queryKeptAnswers(database);
    expect(kept.map((one) => ('head' in one ? one.head : one.among))).toEqual(['Held on', 'Khum no.', 'Kids', 'Year of it']);
    await close();
    await loseDatabase(folder);
    expect(await queryKeptAnswers(await open(folder))).toEqual(kept);
    await close();
    expect(await queryKeptAnswers(await open(folder))).toEqual(kept);
    expect(notes).not.toContainEqual(expect.stringContaining('journal'));
  });

  it('brings back only what is missing, and nothing when it is opened once more', async () => {
    const folder = await copied();
    const halfway = await copied();
    const database = await open(folder);
    const upload = await load(database, 'vsnp-assessments');
    await close();
    await cp(join(folder, 'database'), join(halfway, 'database'), { recursive: true, force: true });
    await undoUpload(await open(folder), { upload, by: 'a test' });
    expect(notes).not.toContainEqual(expect.stringContaining('journal'));
    const kept = await state((opened[0] as Home).database);
    await close();
    await loseDatabase(folder, halfway);
    expect(await state(await open(folder))).toBe(kept);
    expect(notes).toContain('Restored from the journal: 1 uploads and undos that the database had lost');
    await close();
    expect(await state(await open(folder))).toBe(kept);
    expect(notes).not.toContainEqual(expect.stringContaining('journal'));
  });

  it('holds nothing of what was refused, tried or known already', async () => {
    const folder = await copied();
    const database = await open(folder);
    await load(database, 'vsnp-assessments');
    const files = [{ name: 'Sok Dara.csv', bytes: new TextEncoder().encode(TABLES['vsnp-assessments']) }];
    const delivery = { files, dataset: datasetOf('vsnp-assessments'), stated: {}, source: undefined };
    await importDataset(database, delivery, () => {});
    await importDataset(database, { ...delivery, isDryRun: true }, () => {});
    await undoUpload(database, { upload: 99, by: 'a test' });
    await undoUpload(database, { upload: 1, by: 'a test', isDryRun: true });
    expect(await readdir(join(folder, 'journal'))).toEqual(['000001.ndjson']);
    expect(await readFile(join(folder, 'journal/000001.ndjson'), 'utf8')).not.toContain('Sok Dara');
  });

  it('leaves out a last entry that is cut off, says so, and goes on behind it', async () => {
    const folder = await copied();
    const database = await open(folder);
    await load(database, 'networks');
    const kept = await state(database);
    await load(database, 'vsnp-assessments');
    await close();
    await loseDatabase(folder);
    await truncate(join(folder, 'journal/000002.ndjson'), 300);
    const again = await open(folder);
    expect(notes).toContainEqual(expect.stringMatching(/^The last entry of the journal \(000002\.ndjson\) is cut off/));
    expect(await state(again)).toBe(kept);
    await load(again, 'vsnp-assessments');
    expect((await readdir(join(folder, 'journal'))).sort()).toEqual(['000001.ndjson', '000002.ndjson.torn', '000003.ndjson']);
  });

  it('refuses to open with one plain sentence where an earlier entry was altered, or speaks of places that are gone', async () => {
    const folder = await copied();
    const database = await open(folder);
    await load(database, 'networks');
    await load(database, 'vsnp-assessments');
    await close();
    const refusal = async () => {
      const error: unknown = await open(folder).then(
        () => 'was opened',
        (reason: unknown) => reason,
      );
      return error instanceof DatabaseUnavailable ? error.message : String(error);
    };
    const path = join(folder, 'journal/000001.ndjson');
    const whole = await readFile(path, 'utf8');
    await writeFile(path, whole.replace('CPN-1', 'CPN-2'));
    expect(await refusal()).toBe(
      `The journal of accepted uploads is damaged: "${path}" is not as it was written; put that file back from a backup of the data folder.`,
    );
    await writeFile(path, whole);
    const empty = await makeDataFolder(async (fresh) => {
      await fresh.query(sql`select 1::int as one`);
    });
    await loseDatabase(folder, empty);
    expect(await refusal()).toContain('upload 1 cannot be restored, because the places it speaks of are not in the database;');
  });
});
