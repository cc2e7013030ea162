import type { EditionList } from '@atlas/server/contracts';
import { CACHES, cacheOf, EDITIONS } from './keeping.ts';
import type { FirstPicture } from './light/first-picture.ts';
import workerUrl from './service-worker.ts?worker&url';

/** So many files of former versions are kept beside those in use. */
const MOST_ASSETS = 150;

/**
 * Lets the next visit, or a browser without a network, open from this device: the page's own files, its geometry and the
 * list of editions. Everything is here already, so nothing travels but the service worker itself. Browsers that have no
 * service worker, or refuse storage, go on without.
 */
export async function keepForNextVisit(first: FirstPicture | undefined): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  try {
    await navigator.serviceWorker.register(workerUrl, { scope: '/' });
    if (first !== undefined) await keepFirst(first);
    const paths = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
    for (const { origin, pathname } of paths) if (origin === location.origin) await keepFile(pathname);
    await prune();
  } catch (error) {
    console.warn('nothing could be kept for the next visit:', error);
  }
}

async function keepFile(path: string): Promise<void> {
  const name = cacheOf(path);
  if (name === undefined) return;
  const cache = await caches.open(name);
  if ((await cache.match(path)) === undefined) await cache.add(path);
}

async function keepFirst({ geometryUrl, topology, editions }: FirstPicture): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const kept = await caches.open(CACHES.geometry);
  await kept.put(geometryUrl, new Response(JSON.stringify(topology), { headers }));
  await (await caches.open(CACHES.editions)).put(EDITIONS, new Response(JSON.stringify(editions), { headers }));
  await dropOldGeometry(kept, editions);
}

/** Geometry that no edition names any more goes. */
async function dropOldGeometry(cache: Cache, { editions }: EditionList): Promise<void> {
  const named = JSON.stringify(editions);
  for (const request of await cache.keys()) if (!named.includes(new URL(request.url).pathname)) await cache.delete(request);
}

async function prune(): Promise<void> {
  const cache = await caches.open(CACHES.assets);
  const kept = await cache.keys();
  for (const request of kept.slice(0, Math.max(0, kept.length - MOST_ASSETS))) await cache.delete(request);
}
