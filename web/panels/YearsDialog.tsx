import '../i18n/later.ts';
import './years.css';
import { type PlaceValue, toPlaceValues } from '@atlas/server/contracts';
import { type ReactElement, useCallback, useEffect, useMemo, useState } from 'react';
import { useTopology, useValues } from '../api.ts';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { nameOfPlace } from '../cartography/place-names.ts';
import { isListed, type Row } from '../cartography/scale.ts';
import { useText } from '../i18n/index.ts';
import { rowLabel, sourcesText } from '../light/legend-text.ts';
import { toShapes } from '../light/shapes.ts';
import { boundsOf, boundsOfPlaces } from '../map/camera.ts';
import { SmallMap, type SmallMapProps } from '../map/SmallMap.tsx';
import { Swatch } from '../map/Swatch.tsx';
import { usePicture } from '../picture.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DataMark } from './DataMark.tsx';
import { Waiting } from './Waiting.tsx';

/** All years of the indicator side by side, as small maps of one scale; a year that is chosen comes onto the map. */
export function YearsDialog({ onClose }: { onClose: () => void }): ReactElement {
  const text = useText();
  const { view, edition, places, indicator, level, scale, change } = usePicture();
  const { data: topology } = useTopology(edition, view.level, 'overview');
  const shapes = useMemo(
    () => (topology === undefined || level === undefined ? undefined : toShapes(topology, view.level, level.pcodes)),
    [topology, level, view.level],
  );
  // What any of the years shows is explained; which that is, is known once they are here.
  const [seen, setSeen] = useState<ReadonlySet<Row>>(new Set());
  const onSeen = useCallback(
    (found: readonly Row[]) => setSeen((known) => (found.every((row) => known.has(row)) ? known : new Set([...known, ...found]))),
    [],
  );
  const bounds = useMemo(
    () => (level === undefined || view.province === undefined ? undefined : boundsOfPlaces(level, view.province)) ?? boundsOf(edition),
    [level, view.province, edition],
  );
  if (indicator === undefined || scale === undefined || edition === undefined || level === undefined || shapes === undefined) {
    return (
      <Dialog title={text('years.title')} onClose={onClose}>
        <Waiting />
      </Dialog>
    );
  }
  const rows = scale.rows.filter(({ row }) => isListed(row, seen.has(row) ? 1 : 0));
  return (
    <Dialog title={text('years.title')} isWide onClose={onClose}>
      <div className="years">
        <p className="years-what">
          <strong>{indicator.name[view.language]}</strong> · {indicator.unit[view.language]} · {text(`legend.${view.level}`)}
          {view.province === undefined ? null : ` · ${nameOfPlace(places, view.province, view.language)}`}
        </p>
        <DataMark />
        <ul className="years-grid">
          {indicator.periods.map((year) => (
            <Year
              key={year}
              year={year}
              drawn={{ shapes, level, scale, bounds }}
              onSeen={onSeen}
              onChoose={() => {
                change({ period: year });
                onClose();
              }}
            />
          ))}
        </ul>
        <ul className="years-rows">
          {rows.map((row) => (
            <li key={row.row}>
              <Swatch colour={row.colour} pattern={row.pattern} /> {rowLabel(row, indicator, view.language)}
            </li>
          ))}
        </ul>
        <p className="fine">{text('years.sameScale')}</p>
        <p className="fine">{sourcesText({ indicator, edition, columns: undefined }, view.language)}</p>
      </div>
    </Dialog>
  );
}

type YearProps = {
  year: string;
  drawn: Pick<SmallMapProps, 'shapes' | 'level' | 'scale' | 'bounds'>;
  onSeen: (rows: readonly Row[]) => void;
  onChoose: () => void;
};

/** One year: its picture, and how much of the land it speaks of. */
function Year({ year, drawn, onSeen, onChoose }: YearProps): ReactElement {
  const { view, edition, indicator, period } = usePicture();
  const text = useText();
  const wanted = useMemo(
    () => (edition && indicator ? { edition: edition.id, indicator: indicator.id, level: view.level, period: year } : undefined),
    [edition, indicator, view.level, year],
  );
  const { data, isError } = useValues(wanted);
  // While another level travels, the answer at hand is still that of the former one.
  const values = useMemo(
    () => (data?.level === view.level && data.period === year ? toPlaceValues(data) : undefined),
    [data, view.level, year],
  );
  const { scale } = drawn;
  useEffect(() => onSeen([...new Set((values ?? []).map((value) => scale.rowOf(value).row))]), [values, scale, onSeen]);
  const written = formatYear(view.language, year);
  return (
    <li>
      <button type="button" className="year-choice" aria-pressed={year === period} onClick={onChoose}>
        <strong>{written}</strong>
        <SmallMap {...drawn} values={values} isFailed={isError} label={text('years.map', { year: written })} />
        <span className="fine">
          {isError ? text('errors.whatValues') : values === undefined ? text('shell.loading') : <Known values={values} />}
        </span>
      </button>
    </li>
  );
}

/** How many of the places looked at have a figure: a paler map may be one that fewer communes speak of. */
function Known({ values }: { values: readonly PlaceValue[] }): ReactElement {
  const { view, level } = usePicture();
  const text = useText();
  const number = (count: number) => formatNumber(view.language, count);
  const within = values.filter((_, id) => view.province === undefined || level?.pcodes[id]?.startsWith(view.province) === true);
  const known = within.filter(({ state }) => state !== 'not-assessed').length;
  return <>{text('years.known', { known: number(known), places: number(within.length) })}</>;
}
