import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vsnpAssessments } from '../../server/datasets/vsnp-assessments.ts';
import type { Database } from '../../server/db/database.ts';
import { migrate } from '../../server/db/migrate.ts';
import { openPostgres } from '../../server/db/postgres.ts';
import { importDataset } from '../../server/intake/import-dataset.ts';
import { upsertEdition } from '../../server/queries/upsert-edition.ts';
import { upsertPlaces } from '../../server/queries/upsert-places.ts';
import { findBinaries, startServer } from '../../test/support/postgres-server.ts';
import { median, report } from './measure.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ROUNDS = 3;
/** 50,000 rows: villages of communes, year by year. */
const [COMMUNES, VILLAGES, YEARS] = [1000, 10, [2021, 2022, 2023, 2024, 2025]];
const HEADS = ['pcode', 'period', 'workshop-date', 'high-risk-children', 'female-6-11', 'male-12-14', 'participants-police', 'topics'];

type Cell = string | number;
type WriteWorkbook = (rows: readonly (readonly Cell[])[], options: object) => { toBuffer(): Promise<Buffer> };
/** The library belongs to the server; the bench borrows it. */
const { default: writeWorkbook } = createRequire(new URL('../../server/package.json', import.meta.url))('write-excel-file/node') as {
  default: WriteWorkbook;
};

/**
 * A table for the rows as they stand, under the rules that the atlas' own tables have for them: types and checks of
 * `statement`, `observation`, `assessment`, `assessment_participants` and `topic`, a known place, and one row a place and
 * year. It has one index and one foreign key; the atlas sums the villages and writes of the same rows 45,000 into six
 * tables, most with both.
 */
const RULED_TABLE = `create table ruled (
  pcode text not null,
  period text not null check (period ~ '^(19|20)\\d{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?$'),
  "workshop-date" date not null,
  "high-risk-children" float8 not null check ("high-risk-children" >= 0 and "high-risk-children" < 1e12),
  "female-6-11" float8 check ("female-6-11" >= 0 and "female-6-11" < 1e12),
  "male-12-14" float8 check ("male-12-14" >= 0 and "male-12-14" < 1e12),
  "participants-police" int check ("participants-police" >= 0),
  topics text check (topics ~ '^[a-z0-9-]+(; [a-z0-9-]+)*$'),
  edition text not null default 'bench',
  primary key (edition, pcode, period),
  foreign key (edition, pcode) references place (edition, pcode)
)`;
const BARE_TABLE = `create table bare (${HEADS.map((head) => `"${head}" text`).join(', ')})`;

/**
 * 50,000 rows of assessments, eight columns filled, from a workbook, parse to commit and counted statistics, beside `\copy`
 * of the same rows and columns as CSV from psql to the same server, which waits for the disk as servers do; and the most
 * memory.
 * The limit is for the time beside a table that holds the rows to the rules the atlas holds them to. A table of texts
 * without any rule takes them several times as fast: that figure stands beside it, without a limit.
 */
export async function benchIntake(): Promise<boolean[]> {
  const binaries = findBinaries();
  if (binaries === undefined) {
    console.log('Intake: not measured, no PostgreSQL with PostGIS is installed');
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'atlas-bench-intake-'));
  const server = await startServer(binaries, { isDurable: true });
  try {
    const database = await openPostgres(server.url);
    await writePlaces(database);
    const rows = toRows();
    const [workbook, csv] = [join(folder, 'assessments.xlsx'), join(folder, 'assessments.csv')];
    await writeFile(workbook, await writeWorkbook([HEADS, ...rows], { sheet: 'Assessments' }).toBuffer());
    await writeFile(csv, `${rows.map((row) => row.join()).join('\n')}\n`);
    console.log(`Intake of ${rows.length.toLocaleString('en')} rows, median of ${ROUNDS}`);
    const files = [{ name: 'assessments.xlsx', bytes: new Uint8Array(await readFile(workbook)) }];
    const columns = HEADS.map((head) => `"${head}"`).join();
    const copyInto = (table: string) =>
      time(async () => execFileSync(join(binaries, 'psql'), ['-q', '-c', `\\copy ${table} (${columns}) from '${csv}' csv`, server.url]));
    const [intake, ruled, bare]: [number[], number[], number[]] = [[], [], []];
    // The first round warms all of it up and is not counted.
    for (let round = 0; round <= ROUNDS; round += 1) {
      await database.script(`truncate upload cascade; drop table if exists ruled, bare; ${RULED_TABLE}; ${BARE_TABLE}`);
      const [ruledMilliseconds, bareMilliseconds] = [await copyInto('ruled'), await copyInto('bare')];
      const milliseconds = await time(async () => {
        const result = await importDataset(database, { files, dataset: vsnpAssessments, stated: {}, source: undefined }, () => {});
        if ('refused' in result || result.taken !== rows.length) throw new Error('the rows were not taken');
      });
      if (round === 0) continue;
      ruled.push(ruledMilliseconds);
      bare.push(bareMilliseconds);
      intake.push(milliseconds);
    }
    await database.script('truncate upload cascade; drop table ruled, bare');
    await database.close();
    return [
      report({ what: '\\copy of the rows as CSV, under the same rules', measured: median(ruled), unit: 'ms' }),
      report({ what: '\\copy of the rows as CSV, into a table of texts without any rule', measured: median(bare), unit: 'ms' }),
      report({ what: 'workbook, parse to commit', measured: median(intake), unit: 'ms' }),
      report({ what: 'workbook beside \\copy under the same rules', measured: median(intake) / median(ruled), unit: 'x', limit: 8 }),
      report({ what: 'workbook beside \\copy without any rule', measured: median(intake) / median(bare), unit: 'x' }),
      report({ what: 'most memory of the import command', measured: await memoryOf(workbook, server.url), unit: 'MB', limit: 512 }),
    ];
  } finally {
    server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function writePlaces(database: Database): Promise<void> {
  await migrate(database);
  const communes = Array.from({ length: COMMUNES }, (_, index) => communeOf(index));
  const codes = new Set(communes.flatMap((pcode) => [pcode.slice(0, 2), pcode.slice(0, 4), pcode]));
  const villages = communes.flatMap((pcode) => Array.from({ length: VILLAGES }, (_, index) => `${pcode}${two(index + 1)}`));
  const facts = { nameEn: 'Bench', nameKm: 'វាស់', isDemonstration: false, source: 'bench', licence: 'bench' };
  await database.transaction(async (tx) => {
    await upsertEdition(tx, { ...facts, id: 'bench', kind: 'gazetteer', validFrom: '2025-01-01' });
    const places = [...codes, ...villages].map((pcode) => ({ pcode, nameEn: `Place ${pcode}`, nameKm: '', geometry: null }));
    await upsertPlaces(tx, 'bench', places, () => 'x');
  });
  await database.script('analyze');
}

function communeOf(index: number): string {
  return `${two(1 + Math.floor(index / 100))}${two(1 + (Math.floor(index / 10) % 10))}${two(1 + (index % 10))}`;
}

function toRows(): Cell[][] {
  const rows: Cell[][] = [];
  for (const year of YEARS) {
    for (let commune = 0; commune < COMMUNES; commune += 1) {
      for (let village = 1; village <= VILLAGES; village += 1) {
        const children = (commune * 7 + village * 3 + year) % 20;
        const pcode = `${communeOf(commune)}${two(village)}`;
        rows.push([
          pcode,
          year,
          `${year}-03-14`,
          children + 6,
          children % 4,
          children % 3,
          village % 5,
          village % 2 === 0 ? 'law' : 'law; obligations',
        ]);
      }
    }
  }
  return rows;
}

/** Most resident memory of `atlas import`, in megabytes. */
async function memoryOf(workbook: string, url: string): Promise<number> {
  const words = [join(ROOT, 'scripts/atlas.ts'), 'import', 'vsnp-assessments', workbook];
  const child = spawn(process.execPath, words, { cwd: ROOT, env: { ...process.env, DATABASE_URL: url }, stdio: 'ignore' });
  let most = 0;
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    most = Math.max(most, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1000);
  }, 20);
  const code = await new Promise((settle) => child.once('close', settle));
  clearInterval(watch);
  if (code !== 0) throw new Error('the import command failed');
  return most;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
