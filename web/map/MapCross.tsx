import { type ReactElement, useEffect, useState } from 'react';
import { formatNumber } from '../cartography/format.ts';
import type { Camera } from '../cartography/mercator.ts';
import { nameOfPlace } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { rowLabel } from '../light/legend-text.ts';
import { usePicture } from '../picture.ts';

/** A moment after the last key: not every step is read out. */
const SETTLED_MILLISECONDS = 350;

type Props = {
  /** Finds the place under the cross. */
  pcode: () => string | undefined;
  /** Where the map looks; a change means that another place may lie under the cross. */
  camera: Camera;
};

/** The cross in the middle of a map that has the keyboard: Enter opens the place under it, which is also read out. */
export function MapCross({ pcode, camera }: Props): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { places, indicator, scale, shown, view } = usePicture();
  const [found, setFound] = useState<string>();
  // Looked for when the map has moved, not at each drawing.
  useEffect(() => {
    const timer = window.setTimeout(() => setFound(pcode()), SETTLED_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [camera.lng, camera.lat, camera.zoom, view.level, places, shown]);
  const id = found === undefined ? -1 : (places?.levels[view.level].pcodes.indexOf(found) ?? -1);
  const value = shown?.values[id];
  const row = value === undefined || scale === undefined ? undefined : scale.rowOf(value);
  const says =
    found === undefined || indicator === undefined || row === undefined
      ? ''
      : `${nameOfPlace(places, found, language)}: ${
          value?.state === 'value'
            ? `${formatNumber(language, value.value, indicator.decimals)} ${indicator.unit[language]}`
            : rowLabel(row, indicator, language)
        }`;
  return (
    <div className="map-cross">
      <span className="map-cross-mark" aria-hidden="true" />
      <p className="map-cross-says" aria-live="polite">
        {says}
      </p>
      <p id="map-keys" className="visually-hidden">
        {text('map.keys')}
      </p>
    </div>
  );
}
