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
import { LIGHT } from '../web/cartography/palettes.ts';
import { type Scale, toScale } from '../web/cartography/scale.ts';
import type { Language } from '../web/view.ts';
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
  /** In place order; undefined outside of what is printed. */
  values: readonly (PlaceValue | undefined)[];
  /** Day of the print, `YYYY-MM-DD`. */
  printedOn: string;
};

/** Puts the picture together. Throws when the answers do not belong together. */
export function toPicture(answers: MapAnswers, { edition: id, indicator: name, level, province, language, printedOn }: MapAsked): Picture {
  const edition = read<EditionList>(answers.editions).editions.find((candidate) => candidate.id === id);
  const indicator = read<IndicatorList>(answers.indicators).indicators.find((candidate) => candidate.id === name);
  const columns = read<ValueColumns>(answers.values);
  const places = read<PlaceColumns>(answers.places);
  if (edition === undefined || indicator === undefined) throw new Error('what is to be printed is not there');
  if (columns.placeOrder !== edition.places?.hash) throw new Error('the values are of another order of places');
  const levelColumns = places.levels[level];
  const values = toPlaceValues(columns).map((value, index) =>
    levelColumns.pcodes[index]?.startsWith(province ?? '') === true ? value : undefined,
  );
  const topology = read<Topology>(answers.geometry);
  const scale = toScale(indicator, LIGHT);
  return { language, edition, indicator, scale, columns, level, places, levelColumns, topology, province, values, printedOn };
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
