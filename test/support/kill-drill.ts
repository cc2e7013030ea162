import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Upload, UploadList } from '../../server/contracts/import.ts';
import { REQUEST_HEADER } from '../../server/contracts/request.ts';
import { type Random, randomOf } from '../../server/demonstration/random.ts';
import { type Program, runScript, temporaryFolder } from './program.ts';

/** Counts of a drill; `started` are kills while the program was still starting, the others came during an upload or undo. */
export type Tally = {
  kills: number;
  inUpload: number;
  inUndo: number;
  started: number;
  kept: number;
  absent: number;
  acknowledged: number;
};

type Drill = {
  /** Where the data are; an empty database or folder. */
  environment: Readonly<Record<string, string>>;
  kills: number;
  seed: string;
  say?: (progress: string) => void;
};

/** Of how many files the uploads are, each with other numbers for every commune. */
const VARIANTS = 4;
const YEARS = ['2023', '2024', '2025'];
const COMMUNES = Array.from({ length: 80 }, (_, index) => `01${two(1 + Math.floor(index / 8))}${two(1 + (index % 8))}`);

/** An upload as the drill knows it; what nobody acknowledged is not among them before a restart shows it. */
type Known = { id: number; variant: number; isWithdrawn: boolean };

/**
 * Kills a serving atlas without warning again and again, at seeded moments of uploads, undos and starts, starts it anew, and
 * compares what it says with what was acknowledged: its list of uploads, and its export byte for byte. Throws where anything
 * is half done or lost, and where it does not start again by itself.
 */
export async function drillKills({ environment, kills, seed, say = () => {} }: Drill): Promise<Tally> {
  const random = randomOf(seed);
  await importGazetteer(environment);
  let atlas = await start(environment);
  const tally: Tally = { kills: 0, inUpload: 0, inUndo: 0, started: 0, kept: 0, absent: 0, acknowledged: 0 };
  try {
    const calm = await learn(atlas);
    const known = calm.known;
    while (tally.kills < kills) {
      if (known.every(({ isWithdrawn }) => isWithdrawn)) {
        // Something to take back.
        const variant = random.whole(0, VARIANTS - 1);
        known.push({ id: await upload(atlas, variant), variant, isWithdrawn: false });
      }
      const act = chooseAct(known, random);
      const answer = act.kind === 'undo' ? undo(atlas, act.upload.id) : upload(atlas, act.variant);
      const acknowledged = answer.then(
        (id) => ({ id }),
        () => undefined,
      );
      // Reading the file comes first and takes long: half of the moments lie where the database is at work.
      const moment = random.between(random.chance(0.5) ? 0.5 : 0, 1.25);
      await Promise.race([setTimeout(moment * calm.milliseconds[act.kind]), acknowledged]);
      await kill(atlas);
      tally.kills += 1;
      tally[act.kind === 'undo' ? 'inUndo' : 'inUpload'] += 1;
      if (tally.kills < kills && random.chance(0.1)) {
        const starting = run(environment);
        await setTimeout(random.between(0, calm.milliseconds.start));
        await kill({ program: starting });
        tally.kills += 1;
        tally.started += 1;
      }
      atlas = await start(environment);
      const answered = await acknowledged;
      const isDone = settle({ act, answered, known, listed: await list(atlas) });
      if (answered !== undefined) tally.acknowledged += 1;
      else tally[isDone ? 'kept' : 'absent'] += 1;
      await compareExport(atlas, calm.exports, known);
      say(`${tally.kills} of ${kills} kills`);
    }
    // What lies below the newest upload is whole as well: taken back one by one, each shows the one before.
    for (const one of known.filter(({ isWithdrawn }) => !isWithdrawn).toReversed()) {
      await undo(atlas, one.id);
      one.isWithdrawn = true;
      await compareExport(atlas, calm.exports, known);
    }
    return tally;
  } finally {
    await kill(atlas);
  }
}

type Act = { kind: 'upload'; variant: number } | { kind: 'undo'; upload: Known };

function chooseAct(known: readonly Known[], random: Random): Act {
  const held = known.filter(({ isWithdrawn }) => !isWithdrawn);
  const free = Array.from({ length: VARIANTS }, (_, variant) => variant).filter((variant) => held.every((one) => one.variant !== variant));
  if (free.length === 0 || (held.length > 0 && random.chance(0.45))) return { kind: 'undo', upload: random.pick(held) };
  return { kind: 'upload', variant: random.pick(free) };
}

type Settling = { act: Act; answered: { id: number } | undefined; known: Known[]; listed: readonly Upload[] };

/** Enters what came of an act into what is known; says whether it was done. Throws where the list is of no legal state. */
function settle({ act, answered, known, listed }: Settling): boolean {
  const newest = listed[0];
  const isNew = newest !== undefined && !known.some(({ id }) => id === newest.id);
  if (act.kind === 'upload' && isNew) known.push({ id: newest.id, variant: act.variant, isWithdrawn: false });
  const isWithdrawn = (id: number) => listed.some((one) => one.id === id && one.state === 'withdrawn');
  if (act.kind === 'undo') act.upload.isWithdrawn = isWithdrawn(act.upload.id);
  const isDone = act.kind === 'upload' ? isNew : act.upload.isWithdrawn;
  if (answered !== undefined && !isDone) throw new Error(`an acknowledged ${act.kind} is lost: ${JSON.stringify({ answered, listed })}`);
  const wanted = known.map((one) => `${one.id} ${one.isWithdrawn ? 'withdrawn' : 'committed'}`);
  const found = listed.map(({ id, state }) => `${id} ${state}`).toReversed();
  if (wanted.join() !== found.join()) throw new Error(`the uploads are ${found.join(', ')}, and should be ${wanted.join(', ')}`);
  return isDone;
}

async function compareExport(atlas: Atlas, exports: ReadonlyMap<number, string>, known: readonly Known[]): Promise<void> {
  const ruling = known.findLast(({ isWithdrawn }) => !isWithdrawn)?.variant ?? NONE;
  if ((await exported(atlas)) !== exports.get(ruling)) throw new Error(`the export is not that of variant ${ruling}`);
}

/** No upload rules. */
const NONE = -1;

type Calm = { exports: Map<number, string>; known: Known[]; milliseconds: Record<'upload' | 'undo' | 'start', number> };

/** What the export is with each of the files, and how long things take while nobody is killed. */
async function learn(atlas: Atlas): Promise<Calm> {
  const exports = new Map([[NONE, await exported(atlas)]]);
  const known: Known[] = [];
  const milliseconds = { upload: 0, undo: 0, start: atlas.milliseconds };
  for (let variant = 0; variant < VARIANTS; variant += 1) {
    const begun = performance.now();
    const id = await upload(atlas, variant);
    milliseconds.upload = performance.now() - begun;
    exports.set(variant, await exported(atlas));
    const before = performance.now();
    await undo(atlas, id);
    milliseconds.undo = performance.now() - before;
    known.push({ id, variant, isWithdrawn: true });
  }
  if (new Set(exports.values()).size !== VARIANTS + 1) throw new Error('the files of the drill do not differ');
  return { exports, known, milliseconds };
}

type Atlas = { program: Program; url: string; milliseconds: number };

function run(environment: Drill['environment']): Program {
  return runScript('start.ts', ['--api-only'], { PORT: '0', ...environment });
}

async function start(environment: Drill['environment']): Promise<Atlas> {
  const begun = performance.now();
  const program = run(environment);
  await program.printed(/Ready: http/);
  return { program, url: /Ready: (http:\/\/\S+)/.exec(program.output())?.[1] ?? '', milliseconds: performance.now() - begun };
}

async function kill({ program }: Pick<Atlas, 'program'>): Promise<void> {
  program.signal('SIGKILL');
  await program.ended;
}

const OWN = { 'sec-fetch-site': 'same-origin', [REQUEST_HEADER]: '1' };

async function upload({ url }: Atlas, variant: number): Promise<number> {
  const rows = COMMUNES.flatMap((pcode, place) =>
    YEARS.map((year, index) => `${pcode},${year},${year}-03-01,${10 + ((place + 7 * index + 3 * variant) % 50)},${place % 5},${variant}`),
  );
  const form = new FormData();
  form.set('dataset', 'vsnp-assessments');
  form.set(
    'file',
    new File([`pcode,period,workshop-date,high-risk-children,girls 0-5,participants-police\n${rows.join('\n')}\n`], 'a.csv'),
  );
  const answer = await fetch(`${url}/api/uploads`, { method: 'POST', headers: OWN, body: form });
  const { report } = (await answer.json()) as { report?: { upload: number | null; taken: number } };
  if (typeof report?.upload !== 'number' || report.taken !== rows.length) throw new Error('the upload was not taken');
  return report.upload;
}

async function undo({ url }: Atlas, id: number): Promise<number> {
  const answer = await fetch(`${url}/api/uploads/${id}/undo`, { method: 'POST', headers: OWN });
  const { undone } = (await answer.json()) as { undone?: { upload: number } };
  if (undone?.upload !== id) throw new Error('the upload was not taken back');
  return id;
}

async function list({ url }: Atlas): Promise<readonly Upload[]> {
  return UploadList.parse(await (await fetch(`${url}/api/uploads`)).json()).uploads;
}

async function exported({ url }: Atlas): Promise<string> {
  const answer = await fetch(`${url}/api/exports/vsnp-assessments?edition=gazetteer-2025&format=csv`);
  if (!answer.ok) throw new Error(`the export answered ${answer.status}`);
  return answer.text();
}

/** Brings in invented places by the command line, as the first import of an office would. */
async function importGazetteer(environment: Drill['environment']): Promise<void> {
  const districts = [...new Set(COMMUNES.map((pcode) => pcode.slice(0, 4)))];
  const line = (type: string, pcode: string) => `${type},${Number(pcode)},,Place ${pcode},,,`;
  const path = join(await temporaryFolder(), 'gazetteer.csv');
  const rows = [line('ខេត្ត', '01'), ...districts.map((code) => line('ស្រុក', code)), ...COMMUNES.map((code) => line('ឃុំ', code))];
  await writeFile(path, `Type,Code,Name (Khmer),Name (Latin),Reference,Official Note,Note (by Checker)\n${rows.join('\n')}\n`);
  const program = runScript('atlas.ts', ['import', 'gazetteer', path, '--valid-from', '2025-09-14'], environment);
  if ((await program.ended) !== 0) throw new Error(`the places did not come in:\n${program.output()}`);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
