import {
  type AdminLevel,
  type Edition,
  type EditionList,
  type Indicator,
  type IndicatorList,
  type LevelColumns,
  type PlaceColumns,
  type PlaceValue,
  toPlaceValues,
  type ValueColumns,
} from '@atlas/server/contracts';
import type { Topology } from 'topojson-specification';
import type { Bounds } from '../web/cartography/mercator.ts';
import { LIGHT } from '../web/cartography/palettes.ts';
import { type Scale, toScale } from '../web/cartography/scale.ts';
import type { Language, LayerId } from '../web/view.ts';
import type { MapAnswers, MapAsked } from './job.ts';

/** What is printed, put together from what the server said as the page puts it together: the same scale, names and states. */
export type Picture = {
  language: Language;
  edition: Edition;
  indicator: Indicator;
  scale: Scale;
  columns: ValueColumns;
  level: AdminLevel;
  places: PlaceColumns;
  /** Places of the level, in place order. */
  levelColumns: LevelColumns;
  topology: Topology;
  /** Only of this province; undefined: of the whole country. */
  province: string | undefined;
  /** Section of the map; undefined: all that is printed. */
  bounds: Bounds | undefined;
  /** What is drawn; without `indicator` the areas are bare land. */
  layers: readonly LayerId[];
  /** In place order; undefined outside of what is printed. */
  values: readonly (PlaceValue | undefined)[];
  /** Day of the print, `YYYY-MM-DD`. */
  printedOn: string;
};

type Wanted = 'edition' | 'indicator' | 'level' | 'province' | 'bounds' | 'layers' | 'language' | 'printedOn';

/** Puts the picture together. Throws when the answers do not belong together. */
export function toPicture(answers: MapAnswers, asked: Pick<MapAsked, Wanted>): Picture {
  const { edition: id, indicator: name, level, province, bounds, layers, language, printedOn } = asked;
  const edition = read<EditionList>(answers.editions).editions.find((candidate) => candidate.id === id);
  const indicator = read<IndicatorList>(answers.indicators).indicators.find((candidate) => candidate.id === name);
  const columns = read<ValueColumns>(answers.values);
  const places = read<PlaceColumns>(answers.places);
  if (edition === undefined || indicator === undefined) throw new Error('what is to be printed is not there');
  if (columns.placeOrder !== edition.places?.hash) throw new Error('the values are of another order of places');
  const levelColumns = places.levels[level];
  const values = toPlaceValues(columns).map((value, index) =>
    layers.includes('indicator') && levelColumns.pcodes[index]?.startsWith(province ?? '') === true ? value : undefined,
  );
  const topology = read<Topology>(answers.geometry);
  const scale = toScale(indicator, LIGHT);
  return {
    language,
    edition,
    indicator,
    scale,
    columns,
    level,
    places,
    levelColumns,
    topology,
    province,
    bounds,
    layers,
    values,
    printedOn,
  };
}

/** Reads an answer of our own server. */
export function read<Answer>(bytes: Uint8Array): Answer {
  return JSON.parse(new TextDecoder().decode(bytes)) as Answer;
}

/** How many communes of what is printed have a statement, and how many there are. */
export function countCommunes({ places, province, columns, values }: Picture): { assessed: number; communes: number } {
  const isInside = (pcode: string) => pcode.startsWith(province ?? '');
  const communes = places.levels.commune.pcodes.filter(isInside).length;
  if (columns.level === 'commune') {
    return { assessed: values.filter((value) => value !== undefined && value.state !== 'not-assessed').length, communes };
  }
  const own = columns.assessedCommunes.filter((_, index) => isInside(places.levels[columns.level].pcodes[index] ?? ''));
  return { assessed: own.reduce((sum, count) => sum + count, 0), communes };
}
