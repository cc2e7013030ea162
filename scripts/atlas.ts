import { resolve } from 'node:path';
import { createApp } from '../server/app.ts';
import { carryOut, type OrderFiles, type Outcome } from '../server/commands/carry-out.ts';
import type { Order } from '../server/commands/order.ts';
import { lockHolder } from '../server/db/lock.ts';
import { parseEnv } from '../server/env.ts';
import { closeHome, openHome, releasesFolder } from '../server/main.ts';
import { type Call, help, parseCall, WrongUsage } from './atlas/arguments.ts';
import type { Given, PrintOrder } from './atlas/command.ts';
import { readSourceFiles } from './atlas/files.ts';
import { handOver } from './atlas/hand-over.ts';
import { outcomeText, refusalSentences } from './atlas/outcome-text.ts';
import { writePrints } from './atlas/print.ts';
import { writeNewFile } from './atlas/write-file.ts';
import { failPlainly } from './fail-plainly.ts';

const say = (step: string) => console.error(`  ${step} …`);

try {
  const call = parseCall(process.argv.slice(2));
  if (call.kind === 'help') console.log(help(call.command));
  else if ('file' in call.command) {
    const { name, write } = call.command.file;
    const written = await writeNewFile(call.given.files[0] ?? name, await write());
    console.log(call.isJson ? JSON.stringify({ written }) : `Written: ${written}`);
  } else if ('toPrint' in call.command) {
    const written = await print(call.command.toPrint(call.given));
    console.log(call.isJson ? JSON.stringify({ written }) : written.map((path) => `Written: ${path}`).join('\n'));
  } else if ('onReleases' in call.command) {
    const { isDone, found, sentences } = await call.command.onReleases(call.given, releasesFolder(parseEnv(process.env)), say);
    console.log(call.isJson ? JSON.stringify(found) : sentences.join('\n'));
    if (!isDone) process.exitCode = 1;
  } else await order(call.command.toOrder, call);
} catch (error) {
  if (!(error instanceof WrongUsage)) failPlainly(error);
  console.error(`${error.message}\nRun "atlas --help" for what there is.`);
  process.exitCode = 2;
}

/** Carries an order out and prints what came of it; code 1 when it was refused or took nothing. */
async function order(toOrder: (given: Given) => Order, { given: { files, options: all, flags }, isJson }: Extract<Call, { kind: 'run' }>) {
  const { codes, ...options } = all;
  const given = {
    files: await readSourceFiles(files),
    codes: codes === undefined ? undefined : (await readSourceFiles([codes]))[0],
  };
  const outcome = await run({ order: toOrder({ files, options, flags }), given });
  if (isJson) console.log(JSON.stringify(outcome));
  else if ('refused' in outcome) console.error(refusalSentences(outcome).join('\n'));
  else console.log(outcomeText(outcome));
  if ('refused' in outcome || ('report' in outcome && outcome.report.taken === 0)) process.exitCode = 1;
}

/** Prints from the database itself, or from what the running atlas that holds the data folder answers. */
async function print(order: PrintOrder): Promise<string[]> {
  const env = parseEnv(process.env);
  const holder = env.DATABASE_URL === undefined ? await lockHolder(resolve(env.ATLAS_DATA)) : undefined;
  const { server } = holder ?? {};
  if (server) return writePrints((path) => fetch(`${server.url}${path}`), order, say);
  const home = await openHome(env, say);
  try {
    const host = 'localhost';
    const logError = (_: string, error: unknown) => console.error(error);
    const app = createApp({
      database: home.database,
      hosts: new Set([host]),
      releases: releasesFolder(env),
      webFolder: undefined,
      logError,
    });
    return await writePrints(async (path) => app.request(path, { headers: { host } }), order, say);
  } finally {
    await closeHome(home);
  }
}

/** Works on the database itself, or lets the running atlas that holds the data folder do it. */
async function run(work: { order: Order; given: OrderFiles }): Promise<Outcome> {
  const env = parseEnv(process.env);
  const holder = env.DATABASE_URL === undefined ? await lockHolder(resolve(env.ATLAS_DATA)) : undefined;
  if (holder?.server) return handOver(holder.server, work, say);
  const home = await openHome(env, say);
  try {
    return await carryOut(home.database, { ...work, releases: releasesFolder(env) }, say);
  } finally {
    await closeHome(home);
  }
}
