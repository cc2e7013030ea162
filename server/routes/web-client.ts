import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { Hono } from 'hono';
import { acceptedEncoding, type Encoding } from '../compression.ts';
import { problem } from '../problem.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Serves the files of the built web client: hashed ones for ever, the others revalidated. */
export function webClient(folder: string) {
  return new Hono().get('/*', async (c) => {
    const wanted = c.req.path;
    const path = normalize(join(folder, decodeURIComponent(wanted)));
    if (!path.startsWith(join(folder, '/'))) return problem(c, 404, 'not-found');
    const encoding = acceptedEncoding(c.req.header('accept-encoding') ?? '');
    const stored = await readStored(path, encoding);
    if (!stored) return problem(c, 404, 'not-found');
    c.header('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
    c.header('vary', 'accept-encoding');
    const isHashed = wanted.startsWith('/assets/');
    c.header('cache-control', isHashed ? IMMUTABLE : 'no-cache');
    const etag = isHashed ? undefined : `"${createHash('sha256').update(stored.bytes).digest('base64url').slice(0, 22)}"`;
    if (etag !== undefined) c.header('etag', etag);
    if (etag !== undefined && c.req.header('if-none-match')?.includes(etag)) return c.body(null, 304);
    // Named by its hash like all others, it may stand before the whole page all the same.
    if (/^\/assets\/service-worker-[^/]*\.js$/.test(wanted)) c.header('service-worker-allowed', '/');
    if (stored.encoding !== undefined) c.header('content-encoding', stored.encoding);
    return c.body(stored.bytes);
  });
}

type Stored = { bytes: Uint8Array<ArrayBuffer>; encoding: Encoding | undefined };

async function readStored(path: string, encoding: Encoding | undefined): Promise<Stored | undefined> {
  if (encoding !== undefined) {
    const packed = await readOptional(`${path}.${encoding === 'br' ? 'br' : 'gz'}`);
    if (packed) return { bytes: packed, encoding };
  }
  const plain = await readOptional(path);
  return plain ? { bytes: plain, encoding: undefined } : undefined;
}

async function readOptional(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return undefined;
    throw error;
  }
}
