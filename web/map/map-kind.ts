import { createContext, useCallback, useContext, useRef, useState } from 'react';
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
  const hasRoom = useRef(false);
  hasRoom.current = isWide && view.panel === undefined;
  // The same function as long as the page: the map is opened anew when whom it tells changes.
  const onKind = useCallback(
    (next: MapKind) => {
      setKind(next);
      if (next === 'light' && hasRoom.current) change({ panel: 'table' }, 'replace');
    },
    [change],
  );
  return [kind, onKind];
}
