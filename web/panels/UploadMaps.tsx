import { type PlaceValue, type Preview, toPlaceValues } from '@atlas/server/contracts';
import { type ReactElement, useMemo } from 'react';
import { useTopology, useValues } from '../api.ts';
import { formatYear } from '../cartography/format.ts';
import { indexOfPlace } from '../cartography/place-names.ts';
import { toScale } from '../cartography/scale.ts';
import { useText } from '../i18n/index.ts';
import { toShapes } from '../light/shapes.ts';
import { boundsOf, boundsOfPlaces } from '../map/camera.ts';
import { SmallMap } from '../map/SmallMap.tsx';
import { usePicture } from '../picture.ts';
import { useTheme } from '../use-theme.ts';

type Props = { dataset: string; places: Preview['places'] };

/** The newest year a file speaks of, as the map shows it now and as it would: only of numbers the map counts as they stand. */
export function UploadMaps({ dataset, places: changes }: Props): ReactElement | null {
  const text = useText();
  const theme = useTheme();
  const { view, edition, places, indicators = [] } = usePicture();
  const indicator = indicators.find(({ kind, subject }) => kind === 'count' && subject === dataset);
  const level = places?.levels.commune;
  const year = changes
    .map(({ period }) => period.slice(0, 4))
    .toSorted()
    .at(-1);
  const wanted =
    edition === undefined || indicator === undefined || year === undefined
      ? undefined
      : ({ edition: edition.id, indicator: indicator.id, level: 'commune', period: year } as const);
  const { data, isError } = useValues(wanted);
  const { data: topology } = useTopology(wanted === undefined ? undefined : edition, 'commune', 'overview');
  const shapes = useMemo(
    () => (topology === undefined || level === undefined ? undefined : toShapes(topology, 'commune', level.pcodes)),
    [topology, level],
  );
  const before = useMemo(() => (data === undefined ? undefined : toPlaceValues(data)), [data]);
  const after = useMemo(() => {
    if (before === undefined || level === undefined) return undefined;
    const changed = [...before];
    for (const { pcode, period, to, kind } of changes) {
      const id = indexOfPlace(level, pcode);
      if (id !== undefined && period === year) changed[id] = valueAfter(kind, to) ?? changed[id] ?? NOT_ASSESSED;
    }
    return changed;
  }, [before, level, changes, year]);
  const bounds = useMemo(() => {
    const provinces = [...new Set(changes.map(({ pcode }) => pcode.slice(0, 2)))];
    const [only] = provinces;
    const ofProvince = level !== undefined && only !== undefined && provinces.length === 1 ? boundsOfPlaces(level, only) : undefined;
    return ofProvince ?? boundsOf(edition);
  }, [changes, level, edition]);
  const scale = useMemo(() => {
    if (indicator === undefined) return undefined;
    // The largest number may be a new one: both maps are drawn to it.
    const maximum = Math.max(indicator.maximum, ...changes.map(({ to }) => to ?? 0));
    return toScale({ ...indicator, maximum }, theme);
  }, [indicator, theme, changes]);
  if (indicator === undefined || year === undefined || scale === undefined || shapes === undefined || level === undefined) return null;
  const drawn = { shapes, level, scale, bounds, isFailed: isError };
  return (
    <section
      className="data-maps"
      aria-label={text('uploads.maps', { indicator: indicator.name[view.language], year: formatYear(view.language, year) })}
    >
      {(
        [
          ['before', before],
          ['after', after],
        ] as const
      ).map(([when, values]) => (
        <figure key={when}>
          <SmallMap {...drawn} values={values} label={text(`uploads.${when}`)} />
          <figcaption>
            {text(`uploads.${when}`)}:{' '}
            {text('uploads.maps', { indicator: indicator.name[view.language], year: formatYear(view.language, year) })}
          </figcaption>
        </figure>
      ))}
      <p className="fine">{text('uploads.mapsKey')}</p>
    </section>
  );
}

const NOT_ASSESSED: PlaceValue = { state: 'not-assessed' };

/** What a place is known by after the upload; undefined where its numbers are all split by age or sex. */
function valueAfter(kind: Preview['places'][number]['kind'], to: number | null): PlaceValue | undefined {
  if (kind === 'withdrawn') return NOT_ASSESSED;
  if (to === null) return undefined;
  return to === 0 ? { state: 'zero' } : { state: 'value', value: to, numerator: to };
}
