import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';

/** Chooses the set of places; a choice of one is none. Indicator and year fall back to what the other edition has. */
export function EditionPicker(): ReactElement | null {
  const { editions = [], edition, view, change } = usePicture();
  const text = useText();
  if (editions.length < 2) return null;
  return (
    <label className="field">
      <span className="visually-hidden">{text('shell.edition')}</span>
      <select
        className="select"
        value={edition?.id ?? ''}
        onChange={({ target }) => change({ edition: target.value, place: undefined, camera: undefined })}
      >
        {editions.map(({ id, nameEn, nameKm }) => (
          <option key={id} value={id}>
            {view.language === 'km' && nameKm !== '' ? nameKm : nameEn}
          </option>
        ))}
      </select>
    </label>
  );
}
