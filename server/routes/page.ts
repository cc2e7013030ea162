import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { LRUCache } from 'lru-cache';
import type { Topology } from 'topojson-specification';
import { acceptedEncoding, type Encoding } from '../compression.ts';
import type { EditionList } from '../contracts/edition.ts';
import {
  chooseEdition,
  chooseIndicator,
  choosePeriod,
  FIRST_ANSWERS_ELEMENT,
  FIRST_GEOMETRY_ELEMENT,
  FIRST_INDICATOR,
  FIRST_LEVEL,
  type FirstAnswers,
  KNOWN_GEOMETRY_HEADER,
  packPlaces,
} from '../contracts/first-page.ts';
import type { IndicatorList } from '../contracts/indicator.ts';
import { ADMIN_LEVELS, YEAR_FORM } from '../contracts/lists.ts';
import { type PackedTopology, packTopology } from '../contracts/packed-topology.ts';
import type { PlaceColumns } from '../contracts/place.ts';
import type { ValueColumns } from '../contracts/values.ts';
import { today } from './today.ts';

export type PageDependencies = {
  /** Folder of the built web client. */
  folder: string;
  /** Asks the API as the reader would. */
  ask: (path: string, c: Context) => Promise<Response>;
};

/**
 * The page, and in it what its first map is drawn from: editions, indicators, values and the overview geometry, so that
 * a slow line pays one way there and back. Where they cannot be had the page comes without, and asks for itself.
 */
export function pageRoutes({ folder, ask }: PageDependencies) {
  const pack = createPacker();
  const files: Files = { topologies: new LRUCache({ max: MOST_FILES }), places: new LRUCache({ max: MOST_FILES }) };
  return new Hono().get('/', async (c) => {
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    const answers = await firstAnswers(c, { ask, files });
    const text = answers === undefined ? page : withAnswers(page, answers);
    const encoding = acceptedEncoding(c.req.header('accept-encoding') ?? '');
    c.header('content-type', 'text/html; charset=utf-8');
    c.header('cache-control', 'no-store');
    c.header('vary', `accept-encoding, ${KNOWN_GEOMETRY_HEADER}`);
    if (encoding === undefined) return c.body(text);
    c.header('content-encoding', encoding);
    return c.body(await pack(text, encoding));
  });
}

/** Files named by their content, as the page takes from them: read once. */
type Files = { topologies: LRUCache<string, PackedTopology>; places: LRUCache<string, PlaceColumns> };
/** Of a few editions and three levels. */
const MOST_FILES = 10;

async function keep<File extends object>(
  files: LRUCache<string, File>,
  url: string,
  read: () => Promise<File | undefined>,
): Promise<File | undefined> {
  const file = files.get(url) ?? (await read());
  if (file !== undefined) files.set(url, file);
  return file;
}

function packedOrNone(topology: Topology | undefined): PackedTopology | undefined {
  return topology === undefined ? undefined : packTopology(topology);
}

type Asking = Pick<PageDependencies, 'ask'> & { files: Files };

/** What a page carries; no topology when its reader keeps it. */
type Carried = { answers: FirstAnswers; topology: PackedTopology | null };

/** What the page carries for the query of its address; undefined where the API refuses any of it. */
async function firstAnswers(c: Context, { ask, files }: Asking): Promise<Carried | undefined> {
  const get = async <Answer>(path: string, parameters: Readonly<Record<string, string>> = {}): Promise<Answer | undefined> => {
    const response = await ask(`${path}?${new URLSearchParams(parameters)}`, c);
    return response.ok ? ((await response.json()) as Answer) : undefined;
  };
  const editions = await get<EditionList>('/api/editions');
  const edition = chooseEdition(editions?.editions, c.req.query('edition'));
  const level = ADMIN_LEVELS.find((candidate) => candidate === c.req.query('level')) ?? FIRST_LEVEL;
  const file = edition?.geometry?.[level]?.overview;
  if (editions === undefined || edition?.places == null || file === undefined) return undefined;
  const isKnown = c.req.header(KNOWN_GEOMETRY_HEADER)?.split(',').includes(file.hash) ?? false;
  const placesUrl = edition.places.url;
  const [indicators, topology, columns] = await Promise.all([
    get<IndicatorList>('/api/indicators', { edition: edition.id }),
    isKnown ? null : keep(files.topologies, file.url, async () => packedOrNone(await get<Topology>(file.url))),
    keep(files.places, placesUrl, () => get<PlaceColumns>(placesUrl)),
  ]);
  const indicator = chooseIndicator(indicators?.indicators, c.req.query('indicator') ?? FIRST_INDICATOR);
  const places = columns?.levels[level];
  if (indicators === undefined || indicator === undefined || topology === undefined || places === undefined) return undefined;
  const wished = c.req.query('period');
  const period = choosePeriod(wished !== undefined && YEAR_FORM.test(wished) ? wished : undefined, indicator, today());
  const asked = { edition: edition.id, indicator: indicator.id, level, period, numerators: 'needed' };
  const values = await get<ValueColumns>('/api/values', asked);
  if (values === undefined) return undefined;
  const answers = { editions, indicators, values, geometryUrl: file.url, places: packPlaces(places, indicator.kind) };
  return { answers, topology };
}

/** Lays what is carried into the page; `<` is escaped, so that no text in it can end its element. */
function withAnswers(page: string, { answers, topology }: Carried): string {
  const withoutGeometry = laidInto(page, FIRST_ANSWERS_ELEMENT, answers);
  return topology === null ? withoutGeometry : laidInto(withoutGeometry, FIRST_GEOMETRY_ELEMENT, topology);
}

function laidInto(page: string, id: string, content: object): string {
  const json = JSON.stringify(content).replaceAll('<', '\\u003c');
  const [start, end] = [`<script id="${id}" type="application/json">`, '</script>'];
  const [before, after, ...more] = page.split(`${start}${end}`);
  if (before === undefined || after === undefined || more.length > 0) throw new Error(`the built page has no place for its ${id}`);
  return `${before}${start}${json}${end}${after}`;
}

/**
 * Compresses pages as small as can be, because their size is what a slow line waits for: once for the same text, since it
 * costs half a second.
 */
function createPacker(): (text: string, encoding: Encoding) => Promise<Uint8Array<ArrayBuffer>> {
  const pages = new LRUCache<string, Promise<Uint8Array<ArrayBuffer>>>({ max: MOST_PAGES });
  return (text, encoding) => {
    const key = `${encoding} ${createHash('sha256').update(text).digest('base64')}`;
    const known = pages.get(key);
    if (known !== undefined) return known;
    const page = compress(text, encoding);
    pages.set(key, page);
    return page;
  };
}

/** About 60 kB each. */
const MOST_PAGES = 100;

async function compress(text: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = Buffer.from(text);
  if (encoding === 'gzip') return new Uint8Array(await promisify(gzip)(bytes, { level: 9 }));
  const params = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return new Uint8Array(await promisify(brotliCompress)(bytes, { params }));
}
