import type { Context, MiddlewareHandler } from 'hono';
import { LRUCache } from 'lru-cache';
import { acceptedEncoding } from './compression.ts';
import type { Database } from './db/database.ts';
import { queryDataVersion } from './queries/data-version.ts';

type Stored = { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> };

/** Headers that belong to the bytes; all others are made anew for each answer. */
const KEPT_HEADERS = ['content-type', 'content-encoding', 'cache-control', 'vary'];
/** Some 10,000 answers of value columns. */
const MOST_BYTES = 32_000_000;

/** So long a version of the data is taken for the newest; then the database is asked again. */
const FRESH_MILLISECONDS = 10;

/**
 * Answers from memory what was answered before: the same bytes, as long as nobody has changed the data since. Each
 * answer is kept under the version of the data, who may see it (tier and area) and what was asked. A change that came
 * through this server is in the next answer, one by another program after `FRESH_MILLISECONDS` at most.
 * `paths` are those whose answers are kept; they may not depend on the day.
 */
export function storedAnswers({ database }: { database: Database }, paths: ReadonlySet<string>): MiddlewareHandler {
  const answers = new LRUCache<string, Stored>({ maxSize: MOST_BYTES, sizeCalculation: ({ bytes }, key) => key.length + bytes.byteLength });
  const version = freshWithin(FRESH_MILLISECONDS, () => queryDataVersion(database));
  return async (c, next) => {
    if (c.req.method !== 'GET') return next().finally(version.forget);
    if (!paths.has(c.req.path)) return next();
    const key = keyOf(c, await version.read());
    const known = answers.get(key);
    if (known !== undefined) return c.body(known.bytes, 200, known.headers);
    await next();
    if (c.res.status !== 200) return;
    const { headers } = c.res;
    const bytes = new Uint8Array(await c.res.clone().arrayBuffer());
    answers.set(key, { bytes, headers: Object.fromEntries(KEPT_HEADERS.flatMap((name) => headersOf(headers, name))) });
  };
}

function headersOf(headers: Headers, name: string): [string, string][] {
  const value = headers.get(name);
  return value === null ? [] : [[name, value]];
}

function keyOf(c: Context, version: number): string {
  const encoding = acceptedEncoding(c.req.header('accept-encoding') ?? '') ?? 'plain';
  return [version, ...AUDIENCE, encoding, c.req.url].join(' ');
}

/** Tier and area of whoever asks: until there are accounts everybody here sees exact numbers of the whole country. */
const AUDIENCE = ['exact', 'country'] as const;

/** Reads something at most once in `milliseconds`, for all who ask; a failure is told to those who waited, and forgotten. */
function freshWithin<Result>(milliseconds: number, load: () => Promise<Result>): { read: () => Promise<Result>; forget: () => void } {
  let loadedAt = Number.NEGATIVE_INFINITY;
  let loaded: Promise<Result> | undefined;
  const forget = () => {
    loaded = undefined;
  };
  const read = () => {
    const now = performance.now();
    if (loaded !== undefined && now - loadedAt < milliseconds) return loaded;
    loadedAt = now;
    loaded = load();
    loaded.catch(forget);
    return loaded;
  };
  return { read, forget };
}
