import {
  type AdminLevel,
  chooseEdition,
  chooseIndicator,
  choosePeriod,
  type Edition,
  type Indicator,
  type LevelColumns,
  type PlaceColumns,
  type PlaceValue,
  toPlaceValues,
  type ValueColumns,
} from '@atlas/server/contracts';
import { createContext, useContext, useMemo } from 'react';
import { LoadFailed, useBasemap, useEditions, useIndicators, usePlaceColumns, useValues, type ValuesWanted } from './api.ts';
import type { Theme } from './cartography/palettes.ts';
import { type Scale, toScale } from './cartography/scale.ts';
import { useView } from './use-view.ts';
import type { ChangeView, View } from './view.ts';

/** Values as the map shows them; of `period`, which lags behind the wish while the next ones travel. */
type Shown = { period: string; columns: ValueColumns; values: readonly PlaceValue[] };

/**
 * What is looked at, put together from the view and what the server said: the one thing that map, legend, tooltip,
 * table and panels read. Undefined: not there yet; the reason of a failure stands in `failure`.
 */
export type Picture = {
  view: View;
  change: ChangeView;
  editions: readonly Edition[] | undefined;
  edition: Edition | undefined;
  places: PlaceColumns | undefined;
  /** Places of the level looked at. */
  level: LevelColumns | undefined;
  indicators: readonly Indicator[] | undefined;
  indicator: Indicator | undefined;
  /** The year wished for: of the view, else the newest of the indicator, else this year. */
  period: string;
  /** The day networks and crossings are looked at: the view's, while it lies in the year, else the year's last that is not after today. */
  on: string;
  scale: Scale | undefined;
  shown: Shown | undefined;
  failure: { what: 'editions' | 'places' | 'indicators' | 'values'; error: LoadFailed; retry: () => void } | undefined;
};

export const PictureContext = createContext<Picture | undefined>(undefined);

/** The picture of the page. Throws outside of it. */
export function usePicture(): Picture {
  const picture = useContext(PictureContext);
  if (picture === undefined) throw new Error('there is no picture here');
  return picture;
}

/** Puts the picture together, in the colours of a theme; used once, by the page itself. */
export function useNewPicture(theme: Theme): Picture {
  const [asked, change] = useView();
  const editions = useEditions();
  const edition = chooseEdition(editions.data?.editions, asked.edition);
  const places = usePlaceColumns(edition);
  const view = useMemo(() => withKnownProvince(asked, places.data), [asked, places.data]);
  const indicators = useIndicators(edition?.id);
  const indicator = chooseIndicator(indicators.data?.indicators, view.indicator);
  const period = choosePeriod(view.period, indicator, today());
  // Asked even where no year has figures: the answer is that every place is not assessed, and so it is drawn.
  const wanted = useWanted({ edition: edition?.id, indicator: indicator?.id, level: view.level, period });
  const values = useValues(wanted);
  // The map draws the land first, while the geometry of the places travels.
  useBasemap();
  const scale = useMemo(() => (indicator === undefined ? undefined : toScale(indicator, theme)), [indicator, theme]);
  const shown = useMemo(() => toShown(values.data, wanted, edition?.places?.hash), [values.data, wanted, edition?.places?.hash]);
  const stale = shown === 'stale' ? new LoadFailed('unavailable') : undefined;
  const failure = firstFailure([
    { what: 'editions', error: editions.error, retry: editions.refetch },
    { what: 'places', error: places.error, retry: places.refetch },
    { what: 'indicators', error: indicators.error, retry: indicators.refetch },
    { what: 'values', error: values.error ?? stale, retry: stale === undefined ? values.refetch : editions.refetch },
  ]);
  return {
    view,
    change,
    editions: editions.data?.editions,
    edition,
    places: places.data,
    level: places.data?.levels[view.level],
    indicators: indicators.data?.indicators,
    indicator,
    period,
    on: chooseDay(view.on, period),
    scale,
    shown: shown === 'stale' ? undefined : shown,
    failure,
  };
}

/** A link may name a province that the edition does not have: then the whole country is looked at. */
function withKnownProvince(view: View, places: PlaceColumns | undefined): View {
  const isKnown = view.province === undefined || places === undefined || places.levels.province.pcodes.includes(view.province);
  return isKnown ? view : { ...view, province: undefined };
}

type Named = { edition: string | undefined; indicator: string | undefined; level: AdminLevel; period: string };

/** Values to ask for; the same object as long as the same ones are meant, so that a moved camera paints nothing anew. */
function useWanted({ edition, indicator, level, period }: Named): ValuesWanted | undefined {
  return useMemo(
    () => (edition === undefined || indicator === undefined ? undefined : { edition, indicator, level, period }),
    [edition, indicator, level, period],
  );
}

/** From this zoom the areas are drawn in every detail of their source. */
export const FULL_DETAIL_ZOOM = 8.6;

/** Unpacks values; those of another indicator or level than wished say nothing here, those of another order of places are stale. */
function toShown(
  columns: ValueColumns | undefined,
  wanted: { edition: string; indicator: string; level: string } | undefined,
  placeOrder: string | undefined,
): Shown | 'stale' | undefined {
  if (columns === undefined || wanted === undefined) return undefined;
  if (columns.edition !== wanted.edition || columns.indicator !== wanted.indicator || columns.level !== wanted.level) return undefined;
  if (columns.placeOrder !== placeOrder) return 'stale';
  return { period: columns.period, columns, values: toPlaceValues(columns) };
}

type Attempt = { what: NonNullable<Picture['failure']>['what']; error: LoadFailed | null | undefined; retry: () => unknown };

function firstFailure(attempts: readonly Attempt[]): Picture['failure'] {
  const failed = attempts.find(({ error }) => error !== null && error !== undefined);
  if (failed === undefined || failed.error === null || failed.error === undefined) return undefined;
  const { what, error, retry } = failed;
  return { what, error, retry: () => void retry() };
}

/** The calendar day in Cambodia, `YYYY-MM-DD`. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Phnom_Penh' }).format(new Date());
}

function chooseDay(wished: string | undefined, period: string): string {
  return wished?.startsWith(period) === true && wished <= today() ? wished : lastDayOf(period);
}

/** Last day of a year that is not after today. */
export function lastDayOf(year: string): string {
  const end = `${year}-12-31`;
  const now = today();
  return end < now ? end : now;
}
