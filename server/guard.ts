import type { MiddlewareHandler } from 'hono';
import { REQUEST_HEADER } from './contracts/request.ts';
import { problem } from './problem.ts';

/** Answers only for the names this server was started under: a foreign name that resolves here is refused. */
export function ownHosts(hosts: ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host')?.toLowerCase();
    if (host === undefined || !hosts.has(host)) return problem(c, 421, 'foreign-host');
    return next();
  };
}

/** State-changing requests need a same-origin Sec-Fetch-Site and the custom header. */
export function sameOrigin(): MiddlewareHandler {
  return async (c, next) => {
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
    const isOurs = c.req.header('sec-fetch-site') === 'same-origin' && c.req.header(REQUEST_HEADER) === '1';
    if (changes && !isOurs) return problem(c, 403, 'cross-origin');
    return next();
  };
}

/** Answers with numbers are kept by no cache; a file named by its content says otherwise itself. */
export function neverStored(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
  };
}

/** Refuses the one parameter name that a parsed query cannot hold, so that it is not passed over in silence. */
export function readableQuery(): MiddlewareHandler {
  return async (c, next) => {
    const name = '__proto__';
    if (new URL(c.req.url).searchParams.has(name)) return problem(c, 400, 'bad-parameter', name);
    return next();
  };
}
