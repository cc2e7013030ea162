import type { Edition, EditionList } from './edition.ts';
import type { Indicator, IndicatorList } from './indicator.ts';
import type { AdminLevel } from './pcode.ts';
import { PCODE_DIGITS } from './pcode-reading.ts';
import type { LevelColumns } from './place.ts';
import type { ValueColumns } from './values.ts';

/** The indicator a visitor sees first. */
export const FIRST_INDICATOR = 'high-risk-children-rate';
export const FIRST_LEVEL: AdminLevel = 'commune';

/** Where the page of a first visit carries its answers; the element is empty where it carries none. */
export const FIRST_ANSWERS_ELEMENT = 'first-answers';
/** Where it carries the overview geometry, as a `PackedTopology`; last, because it is what travels longest. Empty when the reader keeps it. */
export const FIRST_GEOMETRY_ELEMENT = 'first-geometry';
/** Header by which a reader names the geometry it keeps, so that the page need not carry it again: hashes, comma-separated. */
export const KNOWN_GEOMETRY_HEADER = 'atlas-known-geometry';

/** What the page of a first visit carries: answers of the API as they are, and what the map is drawn from. */
export type FirstAnswers = {
  editions: EditionList;
  indicators: IndicatorList;
  values: ValueColumns;
  geometryUrl: string;
  places: PackedPlaces;
};

/** The places of the level as far as the first map needs them, in place order. */
type PackedPlaces = {
  /** Codes as steps from one to the next: almost all are 1. */
  codeSteps: number[];
  /** As in `LevelColumns`. */
  shapes: string;
  /** Points of the places that are drawn as one: of a count all that have one, else those without a polygon. */
  lngs: number[];
  lats: number[];
};

/** Codes and points of the places of a level, as in `LevelColumns`. */
export type Points = Pick<LevelColumns, 'pcodes' | 'lngs' | 'lats' | 'shapes'>;

/** Packs the places of a level; `kind` says which of them are drawn as points. */
export function packPlaces({ pcodes, lngs, lats, shapes }: Points, kind: Indicator['kind']): PackedPlaces {
  const isPoint = pointTest(shapes, kind);
  const codeSteps = pcodes.map((code, index) => Number(code) - Number(pcodes[index - 1] ?? 0));
  return { codeSteps, shapes, lngs: lngs.filter((_, id) => isPoint(id)), lats: lats.filter((_, id) => isPoint(id)) };
}

/** The places that were packed; a place that is not drawn as a point has 0 for its longitude and latitude. */
export function unpackPlaces({ codeSteps, shapes, lngs, lats }: PackedPlaces, level: AdminLevel, kind: Indicator['kind']): Points {
  const isPoint = pointTest(shapes, kind);
  let [code, next] = [0, 0];
  const points = codeSteps.map((step, id) => {
    code += step;
    const at = isPoint(id) ? next++ : -1;
    return { pcode: String(code).padStart(PCODE_DIGITS[level], '0'), lng: lngs[at] ?? 0, lat: lats[at] ?? 0 };
  });
  return { pcodes: points.map(({ pcode }) => pcode), lngs: points.map(({ lng }) => lng), lats: points.map(({ lat }) => lat), shapes };
}

function pointTest(shapes: string, kind: Indicator['kind']): (id: number) => boolean {
  return (id) => (kind === 'count' ? shapes[id] !== 'x' : shapes[id] === 'a');
}

/** The edition looked at: the one named, else the one a visitor sees first. */
export function chooseEdition(editions: readonly Edition[] | undefined, wished: string | undefined): Edition | undefined {
  return editions?.find(({ id }) => id === wished) ?? editions?.find(({ isDefault }) => isDefault);
}

/** The indicator looked at: the one named, else the first. */
export function chooseIndicator(indicators: readonly Indicator[] | undefined, wished: string | undefined): Indicator | undefined {
  return indicators?.find(({ id }) => id === wished) ?? indicators?.[0];
}

/** The year looked at: the one wished where there are figures of it, else the newest that has some, else this year. */
export function choosePeriod(wished: string | undefined, indicator: Indicator | undefined, today: string): string {
  const periods = indicator?.periods ?? [];
  if (wished !== undefined && (periods.length === 0 || periods.includes(wished))) return wished;
  return periods.at(-1) ?? today.slice(0, 4);
}
