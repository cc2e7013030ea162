import { BORDER_COUNTRIES } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { useCrossings } from '../api.ts';
import { nameOfPlace } from '../cartography/place-names.ts';
import { useText } from '../i18n/index.ts';
import { lastDayOf, usePicture } from '../picture.ts';
import { Choice } from '../ui/Choice.tsx';
import { LayerDownloads } from './LayerDownloads.tsx';

const DIRECTIONS = ['both', 'out', 'return'] as const;

/** Out, return or both, and the crossing or origin whose corridors alone are shown. */
export function RouteOptions(): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  const options = DIRECTIONS.map((value) => ({ value, label: text(`layers.direction-${value}`) }));
  return (
    <>
      <Choice label={text('layers.direction')} options={options} chosen={view.direction} onChoose={(direction) => change({ direction })} />
      <CrossingChoice />
      <DayChoice />
      <Corridor />
      <LayerDownloads layer="flows" />
      <LayerDownloads layer="crossings" />
    </>
  );
}

/** The crossings by country, so that one can be chosen without the map. */
function CrossingChoice(): ReactElement {
  const { view, change, on } = usePicture();
  const text = useText();
  const crossings = useCrossings(on).data?.crossings ?? [];
  const isKhmer = view.language === 'km';
  const choose = (id: string) => change({ crossing: id === '' ? undefined : id, place: undefined, panel: 'place' });
  return (
    <label className="field">
      <span className="field-label">{text('layers.crossing')}</span>
      <select className="select" value={view.crossing ?? ''} onChange={({ target }) => choose(target.value)}>
        <option value="">{text('layers.crossingAll')}</option>
        {BORDER_COUNTRIES.map((country) => (
          <optgroup key={country} label={text(`layers.country-${country}`)}>
            {crossings
              .filter((crossing) => crossing.country === country)
              .map(({ id, nameEn, nameKm }) => (
                <option key={id} value={id}>
                  {isKhmer && nameKm !== '' ? nameKm : nameEn}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

/** The day whose crossings and networks are shown, within the year looked at. */
function DayChoice(): ReactElement {
  const { change, period, on } = usePicture();
  const text = useText();
  const choose = (day: string) => change({ on: day === '' || day === lastDayOf(period) ? undefined : day }, 'replace');
  return (
    <label className="field">
      <span className="field-label">{text('layers.day')}</span>
      <input
        type="date"
        className="select"
        min={`${period}-01-01`}
        max={lastDayOf(period)}
        value={on}
        onChange={({ target }) => choose(target.value)}
      />
    </label>
  );
}

function Corridor(): ReactElement {
  const { view, change, places, on } = usePicture();
  const text = useText();
  const crossings = useCrossings(on);
  const crossing = crossings.data?.crossings.find(({ id }) => id === view.crossing);
  const isKhmer = view.language === 'km';
  const through = crossing === undefined ? view.crossing : isKhmer && crossing.nameKm !== '' ? crossing.nameKm : crossing.nameEn;
  const from = view.province === undefined ? undefined : nameOfPlace(places, view.province, view.language);
  if (through === undefined && from === undefined) return <p className="layer-note">{text('layers.corridorHint')}</p>;
  return (
    <div className="layer-note">
      {through !== undefined && <p>{text('layers.corridorCrossing', { name: through })}</p>}
      {from !== undefined && <p>{text('layers.corridorOrigin', { name: from })}</p>}
      <button type="button" className="button button-small" onClick={() => change({ crossing: undefined, province: undefined })}>
        {text('layers.corridorClear')}
      </button>
    </div>
  );
}
