/**
 * What a browser keeps between visits, by the name of its cache; the page and its service worker agree on it here.
 * Only files that never change, the empty page and the list of editions: numbers are never kept.
 */
export const CACHES = { shell: 'atlas-shell', assets: 'atlas-assets', geometry: 'atlas-geometry', editions: 'atlas-editions' } as const;

export const SHELL = '/index.html';
export const EDITIONS = '/api/editions';

/** The cache a file belongs to, by its path; undefined for everything that is not kept. */
export function cacheOf(path: string): string | undefined {
  if (path.startsWith('/assets/')) return CACHES.assets;
  return path.startsWith('/api/geometry/') ? CACHES.geometry : undefined;
}
