import type { WorkshopType } from '@atlas/server/contracts';
import { useWorkshops } from '../api.ts';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { SIGN_SIZE, workshopSign } from '../cartography/signs.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { workshopsWanted } from '../layers/workshops.ts';
import { usePicture } from '../picture.ts';
import { SHORT_WORKSHOP_NAMES, WORKSHOP_NAMES } from './labels.ts';

/** Rows of the workshops: each shown type's sign and how many there were. */
export function WorkshopsLegend() {
  const text = useText();
  const language = useLanguage();
  const picture = usePicture();
  const { data } = useWorkshops(workshopsWanted(picture));
  const count = (type: WorkshopType) =>
    [...(data?.workshops ?? []), ...(data?.withoutPoint ?? [])].filter((workshop) => workshop.type === type).length;
  return (
    <div className="legend-part">
      <h3>{text('map.workshops', { period: formatYear(language, picture.period) })}</h3>
      <ul className="legend-rows">
        {picture.view.workshopTypes.map((type) => (
          <li key={type}>
            <WorkshopSign type={type} />
            <span>{text((picture.view.projector ? SHORT_WORKSHOP_NAMES : WORKSHOP_NAMES)[type])}</span>
            <span className="legend-count">{data === undefined ? '' : formatNumber(language, count(type))}</span>
          </li>
        ))}
        <li>
          <WorkshopSign type="several" />
          <span>{text(picture.view.projector ? 'map.severalShort' : 'map.several')}</span>
        </li>
      </ul>
    </div>
  );
}

/** The sign the map draws for a type of workshop. */
export function WorkshopSign({ type }: { type: WorkshopType | 'several' }) {
  const { path, fill } = workshopSign(type);
  return (
    <svg className="sign" viewBox={`0 0 ${SIGN_SIZE} ${SIGN_SIZE}`} aria-hidden="true">
      <path className={fill ? 'sign-filled' : 'sign-hollow'} d={path} />
    </svg>
  );
}
