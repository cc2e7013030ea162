import { KNOWN_GEOMETRY_HEADER } from '@atlas/server/contracts';
import { CACHES, cacheOf, EDITIONS, SHELL } from './keeping.ts';

/**
 * Stands between the page and the line: files that never change come from this device, the page itself from the server
 * as long as it answers. Answers with numbers pass untouched and are never kept.
 */
const worker = globalThis as unknown as Worker;

/** What is used of a service worker's own types, which do not go together with those of a page. */
type Lasting = { waitUntil: (work: Promise<unknown>) => void };
type Fetching = Lasting & { request: Request; respondWith: (response: Promise<Response>) => void };
type Worker = {
  location: Location;
  skipWaiting: () => Promise<void>;
  addEventListener: ((kind: 'install', listen: (event: Lasting) => void) => void) &
    ((kind: 'fetch', listen: (event: Fetching) => void) => void);
};

worker.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => worker.skipWaiting())));

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  const cache = cacheOf(url.pathname);
  if (cache !== undefined) event.respondWith(fromDevice(request, cache));
  else if (url.pathname === EDITIONS) event.respondWith(fromServer(request));
  else if (request.mode === 'navigate' && url.pathname === '/') event.respondWith(openPage(event));
});

/** A file that never changes: from this device, else from the server, and kept. */
async function fromDevice(request: Request, name: string): Promise<Response> {
  const cache = await caches.open(name);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** The list of editions: from the server; as it was, where the server does not answer. */
async function fromServer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHES.editions);
  const response = await fetch(request).catch(() => cache.match(request));
  if (response === undefined) return Response.error();
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

/** The page with its first map, but without the geometry this device has; the empty page where the server does not answer. */
async function openPage(event: Fetching): Promise<Response> {
  const geometry = await (await caches.open(CACHES.geometry)).keys();
  const hashes = geometry.flatMap(({ url }) => /-overview-([0-9a-f]+)\.json$/.exec(url)?.[1] ?? []);
  try {
    const page = await fetch(event.request.url, { headers: { [KNOWN_GEOMETRY_HEADER]: hashes.join(',') }, cache: 'no-store' });
    event.waitUntil(keepShell());
    return page;
  } catch {
    return (await caches.match(SHELL)) ?? Response.error();
  }
}

/** Keeps the empty page; asked for by its tag, so that an unchanged one costs a few bytes. */
async function keepShell(): Promise<void> {
  const response = await fetch(SHELL, { cache: 'no-cache' });
  if (response.ok) await (await caches.open(CACHES.shell)).put(SHELL, response);
}
