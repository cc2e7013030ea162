import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { EditionList } from '../../server/contracts/edition.ts';
import { chooseEdition, chooseIndicator, choosePeriod, FIRST_INDICATOR } from '../../server/contracts/first-page.ts';
import type { IndicatorList } from '../../server/contracts/indicator.ts';
import type { PlaceColumns } from '../../server/contracts/place.ts';
import { StartRefused } from '../../server/env.ts';
import type { PrintOrder } from './command.ts';
import { fromCaller } from './files.ts';
import { ALL_PROVINCES } from './print-commands.ts';
import { writeNewFile } from './write-file.ts';

/** Asks the API by path and query, here or in the running atlas. */
export type Ask = (path: string) => Promise<Response>;

/** Writes the prints of an order and returns the paths of their files. Throws `StartRefused` with one sentence. */
export async function writePrints(ask: Ask, { what, parameters, folder }: PrintOrder, say: (step: string) => void): Promise<string[]> {
  const { editions } = await read<EditionList>(ask, '/api/editions');
  const edition =
    parameters['edition'] === undefined ? chooseEdition(editions, undefined) : editions.find(({ id }) => id === parameters['edition']);
  if (edition === undefined) throw new StartRefused(`There is no edition "${parameters['edition'] ?? ''}".`);
  const { indicators } = await read<IndicatorList>(ask, `/api/indicators?edition=${edition.id}`);
  const indicator = parameters['indicator'] ?? FIRST_INDICATOR;
  const period = parameters['period'] ?? choosePeriod(undefined, chooseIndicator(indicators, indicator), new Date().toISOString());
  const common = { ...parameters, edition: edition.id, indicator, period };
  const isAll = parameters['province'] === ALL_PROVINCES;
  const provinces = isAll ? await provincesOf(ask, edition.places?.url) : [parameters['province']];
  await mkdir(fromCaller(folder), { recursive: true });
  const written: string[] = [];
  for (const province of provinces) {
    say(`Drawing ${[what, province].filter((word) => word !== undefined).join(' ')}`);
    const { name, bytes } = await printOf(ask, what, { ...common, province });
    written.push(await writeNewFile(join(folder, name), bytes));
  }
  return written;
}

async function read<Answer>(ask: Ask, path: string): Promise<Answer> {
  const response = await ask(path);
  if (!response.ok) throw new StartRefused(`The atlas does not answer ${path} (answer ${response.status}).`);
  return (await response.json()) as Answer;
}

async function provincesOf(ask: Ask, url: string | undefined): Promise<readonly string[]> {
  if (url === undefined) throw new StartRefused('This edition has no map yet.');
  return (await read<PlaceColumns>(ask, url)).levels.province.pcodes;
}

/** How often a busy atlas is asked again. */
const MOST_ATTEMPTS = 20;

async function printOf(
  ask: Ask,
  what: PrintOrder['what'],
  parameters: PrintOrder['parameters'],
): Promise<{ name: string; bytes: Uint8Array }> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  for (let attempt = 1; ; attempt += 1) {
    const response = await ask(`/api/prints/${what}?${query}`);
    if (response.ok) return { name: nameIn(response), bytes: new Uint8Array(await response.arrayBuffer()) };
    const wait = Number(response.headers.get('retry-after') ?? 0);
    if (response.status !== 503 || attempt === MOST_ATTEMPTS) throw new StartRefused(await refusal(response));
    await setTimeout(wait * 1000);
  }
}

function nameIn(response: Response): string {
  const [, name] = /filename="([a-z0-9.-]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  if (name === undefined) throw new Error('the print has no name');
  return name;
}

async function refusal(response: Response): Promise<string> {
  const { error } = (await response.json()) as { error: { code: string; parameter?: string } };
  if (error.code === 'bad-parameter') return `--${error.parameter ?? ''} is wrong.`;
  if (error.code === 'not-found') return `There is no such ${error.parameter ?? 'place'}, or it has no map yet.`;
  return `The print could not be made (${error.code}).`;
}
