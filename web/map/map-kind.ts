import { createContext, useCallback, useContext, useState } from 'react';
import { usePicture } from '../picture.ts';

/**
 * Which map stands: the light one until the full one is drawn behind it (`first`), the full one, or the light one alone,
 * where the browser has no WebGL.
 */
export type MapKind = 'first' | 'full' | 'light';

/** Told by the page to what explains the map: a light one alone holds areas and nothing over them. */
export const MapKindContext = createContext<MapKind>('first');

export function useMapKind(): MapKind {
  return useContext(MapKindContext);
}

/** The kind of map that stands; used once, by the page itself. Beside a light one alone the table opens, where there is room. */
export function useNewMapKind({ isWide }: { isWide: boolean }): readonly [MapKind, (kind: MapKind) => void] {
  const { view, change } = usePicture();
  const [kind, setKind] = useState<MapKind>('first');
  const hasRoom = isWide && view.panel === undefined;
  const onKind = useCallback(
    (next: MapKind) => {
      setKind(next);
      if (next === 'light' && hasRoom) change({ panel: 'table' }, 'replace');
    },
    [hasRoom, change],
  );
  return [kind, onKind];
}
