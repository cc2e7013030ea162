import { type Query, type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { LayerId } from '../view.ts';

/** Addresses each layer of the map lives from. */
const ADDRESSES: Readonly<Record<LayerId, readonly string[]>> = {
  indicator: ['/api/geometry/'],
  coverage: ['/api/coverage', '/api/networks'],
  workshops: ['/api/workshops'],
  routes: ['/api/flows', '/api/crossings'],
};

/**
 * Layers whose data somebody on the page waits for in vain, and how to ask again. Read from the query cache, so
 * whatever a layer asks for is watched without a list of its questions.
 */
export function useLayerFailures(): { layers: readonly LayerId[]; retry: (layer: LayerId) => void } {
  const client = useQueryClient();
  const cache = client.getQueryCache();
  const subscribe = useCallback((onChange: () => void) => cache.subscribe(onChange), [cache]);
  const failed = useSyncExternalStore(subscribe, () => failedLayers(cache).join(','));
  return {
    layers: LAYERS.filter((layer) => failed.split(',').includes(layer)),
    retry: (layer) => void client.refetchQueries({ predicate: (query) => hasFailed(query, layer) }),
  };
}

const LAYERS: readonly LayerId[] = ['indicator', 'coverage', 'workshops', 'routes'];

function failedLayers(cache: QueryCache): LayerId[] {
  return LAYERS.filter((layer) => cache.getAll().some((query) => hasFailed(query, layer)));
}

function hasFailed(query: Query, layer: LayerId): boolean {
  const [address] = query.queryKey;
  if (typeof address !== 'string' || query.state.status !== 'error' || query.getObserversCount() === 0) return false;
  // The list of places is a file of the same room; its failure is told with the picture.
  return ADDRESSES[layer].some((start) => address.startsWith(start)) && !address.includes('/places-');
}
