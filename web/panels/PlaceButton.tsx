import { parentOf } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { nameOfPlace } from '../cartography/place-names.ts';
import { useLanguage } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';

/** A place by name; choosing it marks it on the map, which flies there. `note` is what the list says of it. */
export function PlaceButton({ pcode, note }: { pcode: string; note: string }): ReactElement {
  const language = useLanguage();
  const { places, view, change } = usePicture();
  const parents = [parentOf(pcode)?.slice(0, 2), parentOf(pcode)].flatMap((parent) =>
    parent === undefined ? [] : [nameOfPlace(places, parent, language)],
  );
  return (
    <button type="button" className="place-button" aria-pressed={view.place === pcode} onClick={() => change({ place: pcode })}>
      <span className="place-button-name">{nameOfPlace(places, pcode, language)}</span>
      <span className="fine">{[...new Set(parents)].join(' › ')}</span>
      <span className="fine">{note}</span>
    </button>
  );
}
