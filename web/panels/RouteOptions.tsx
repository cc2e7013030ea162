import type { ReactElement } from 'react';
import { useCrossings } from '../api.ts';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { Choice } from '../ui/Choice.tsx';
import { nameOfPlace } from './place-names.ts';

const DIRECTIONS = ['both', 'out', 'return'] as const;

/** Out, return or both, and the crossing or origin whose corridors alone are shown. */
export function RouteOptions(): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  const options = DIRECTIONS.map((value) => ({ value, label: text(`layers.direction-${value}`) }));
  return (
    <>
      <Choice label={text('layers.direction')} options={options} chosen={view.direction} onChoose={(direction) => change({ direction })} />
      <Corridor />
    </>
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
