import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
/** Measured on value columns: brotli at 4 is smaller than gzip at 6 and as fast. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 6;
/** Below one packet's worth nothing is won. */
const SMALLEST_BYTES = 512;

/** JSON, also of features and of their fields. */
const JSON_TYPE = /^application\/((geo|schema)\+)?json\b/;

/** Compresses JSON answers made on request; files that are stored compressed pass untouched. */
export function compression(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const type = c.res.headers.get('content-type') ?? '';
    if (!JSON_TYPE.test(type) || c.res.headers.has('content-encoding') || c.res.body === null) return;
    c.res.headers.append('vary', 'accept-encoding');
    const encoding = acceptedEncoding(c.req.header('accept-encoding') ?? '');
    if (encoding === undefined) return;
    const bytes = new Uint8Array(await c.res.arrayBuffer());
    const isWorthIt = bytes.byteLength >= SMALLEST_BYTES;
    const body = isWorthIt ? await compress(bytes, encoding) : bytes;
    const headers = new Headers(c.res.headers);
    headers.delete('content-length');
    if (isWorthIt) headers.set('content-encoding', encoding);
    const { status } = c.res;
    c.res = undefined;
    c.res = new Response(new Uint8Array(body), { status, headers });
  };
}

export type Encoding = 'br' | 'gzip';

/** The best encoding a reader takes, from its Accept-Encoding header. */
export function acceptedEncoding(accepted: string): Encoding | undefined {
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'br';
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted) ? 'gzip' : undefined;
}

function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array> {
  if (encoding === 'gzip') return toGzip(bytes, { level: GZIP_LEVEL });
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength };
  return toBrotli(bytes, { params });
}
