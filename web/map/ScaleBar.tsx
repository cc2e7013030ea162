import type { Map as MapLibreMap } from 'maplibre-gl';
import { type ReactElement, useEffect, useState } from 'react';
import { formatKilometers } from '../cartography/format.ts';
import { type Camera, metersPerPixel } from '../cartography/mercator.ts';
import { niceBelow } from '../cartography/nice-below.ts';
import { useLanguage } from '../i18n/index.ts';
import { cameraOf } from './camera.ts';

const WIDEST_PIXELS = 140;

/** A bar of a round length, and how long that is on the ground in the middle of the map. */
export function ScaleBar({ camera }: { camera: Camera }): ReactElement {
  const language = useLanguage();
  const perPixel = metersPerPixel(camera);
  const meters = niceBelow(perPixel * WIDEST_PIXELS);
  return (
    <div className="scale-bar" style={{ width: meters / perPixel }}>
      {formatKilometers(language, meters)}
    </div>
  );
}

/** The same while the full map moves. */
export function LiveScaleBar({ map }: { map: MapLibreMap }): ReactElement {
  const [camera, setCamera] = useState(() => cameraOf(map));
  useEffect(() => {
    const subscription = map.on('move', () => setCamera(cameraOf(map)));
    return () => subscription.unsubscribe();
  }, [map]);
  return <ScaleBar camera={camera} />;
}
