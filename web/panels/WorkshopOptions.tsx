import { WORKSHOP_TYPES } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { WORKSHOP_NAMES } from '../map/labels.ts';
import { WorkshopSign } from '../map/WorkshopsLegend.tsx';
import { usePicture } from '../picture.ts';
import { LayerDownloads } from './LayerDownloads.tsx';

/** Which types of workshops lie on the map, beside the signs they have there. */
export function WorkshopOptions(): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  return (
    <fieldset className="types">
      <legend className="field-label">{text('layers.types')}</legend>
      {WORKSHOP_TYPES.map((type) => (
        <label key={type} className="type">
          <input
            type="checkbox"
            checked={view.workshopTypes.includes(type)}
            onChange={() =>
              change({ workshopTypes: WORKSHOP_TYPES.filter((each) => view.workshopTypes.includes(each) !== (each === type)) }, 'replace')
            }
          />
          <WorkshopSign type={type} />
          <span>{text(WORKSHOP_NAMES[type])}</span>
        </label>
      ))}
      <LayerDownloads layer="workshops" />
    </fieldset>
  );
}
