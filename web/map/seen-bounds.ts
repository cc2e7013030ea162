import { useSyncExternalStore } from 'react';
import type { Bounds } from '../cartography/mercator.ts';

let seen: Bounds | undefined;
const listeners = new Set<() => void>();

/** Told what the map on the screen shows, whenever it rests; there is one map, whichever of its two kinds draws it. */
export function seeBounds(bounds: Bounds): void {
  if (String(bounds) === String(seen)) return;
  seen = bounds;
  for (const listener of listeners) listener();
}

/** What the map on the screen shows, in degrees; undefined until it is there. */
export function useSeenBounds(): Bounds | undefined {
  return useSyncExternalStore(subscribe, () => seen);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
