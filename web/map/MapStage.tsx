import { type ReactElement, useCallback } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { LightMap } from './LightMap.tsx';
import type { MapKind } from './map-kind.ts';

const MapCanvas = lazyPart(() => import('./MapCanvas.tsx').then((module) => module.MapCanvas));

type Props = { kind: MapKind; isOnPaper: boolean; onKind: (kind: MapKind) => void };

/**
 * The map: drawn at once by the light renderer, taken over by the full one on the same camera when that is ready. On
 * paper it is the light one again: a graphics card keeps no picture that could be printed.
 */
export function MapStage({ kind, isOnPaper, onKind }: Props): ReactElement {
  const onDrawn = useCallback(() => onKind('full'), [onKind]);
  const onFailed = useCallback(() => onKind('light'), [onKind]);
  return (
    <div className="map-stage" data-map-kind={kind}>
      {kind === 'light' ? null : <MapCanvas onDrawn={onDrawn} onFailed={onFailed} />}
      {kind === 'full' && !isOnPaper ? null : <LightMap isOnly={kind === 'light' || isOnPaper} />}
      {kind === 'light' && <LightNote />}
    </div>
  );
}

/** Says why the map is a plain one, and where the rest stands. */
function LightNote(): ReactElement {
  const text = useText();
  const { view, change } = usePicture();
  return (
    <div className="light-note" role="note">
      <p>{text('errors.noWebGl')}</p>
      {view.panel === 'table' ? null : (
        <button type="button" className="link" onClick={() => change({ panel: 'table' })}>
          {text('errors.openTable')}
        </button>
      )}
    </div>
  );
}
