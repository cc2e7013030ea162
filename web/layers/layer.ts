import type { AdminLevel, GeometryDetail, PlaceColumns } from '@atlas/server/contracts';
import type { FeatureCollection } from 'geojson';
import type { ExpressionSpecification, LayerSpecification, Map as MapLibreMap, SourceSpecification } from 'maplibre-gl';
import type { Topology } from 'topojson-specification';
import type { Basemap } from '../api.ts';
import type { Theme } from '../cartography/palettes.ts';
import type { Leg } from '../cartography/routes.ts';
import type { Language } from '../view.ts';

/**
 * How the map is drawn, whatever it shows: colours, language of names, pixels of a text that has so many on a laptop, and
 * how much thicker lines are (1 on a laptop).
 */
export type Look = { theme: Theme; language: Language; textPixels: (size: number) => number; lineScale: number };

/** From the back of a room: every text on the map at least so large. */
const SMALLEST_ON_STAGE = 20;

export function toLook(view: { language: Language; projector: boolean }, theme: Theme): Look {
  const { language, projector } = view;
  if (!projector) return { theme, language, textPixels: (size) => size, lineScale: 1 };
  return { theme, language, textPixels: (size) => Math.max(SMALLEST_ON_STAGE, 1.6 * size), lineScale: 1.5 };
}

/** A route under the pointer; `x` and `y` are pixels on the map. */
export type RouteHover = { leg: Leg; x: number; y: number };

type DrawProps = {
  map: MapLibreMap;
  detail: GeometryDetail;
  look: Look;
  /** Told which route the pointer is over; undefined when it leaves. */
  onRoute: (hover: RouteHover | undefined) => void;
};

/** What is there already when the map is opened. */
export type AtHand = {
  level: AdminLevel;
  topology: Topology | undefined;
  places: PlaceColumns | undefined;
  basemap: Basemap | undefined;
};

/** One layer of the map. */
export type MapLayer = {
  id: string;
  /** Its sources, empty at first, and its style layers from bottom to top. */
  style: (look: Look) => { sources: Readonly<Record<string, SourceSpecification>>; layers: readonly LayerSpecification[] };
  /** Data its sources open with, by source; the same objects `Draw` would put there, which then need not be put again. */
  first?: (atHand: AtHand) => Readonly<Record<string, FeatureCollection>>;
  /** Loads what it shows and puts it on the map; draws nothing into the page itself. */
  Draw?: (props: DrawProps) => null;
};

/** A GeoJSON source to be filled later. Data comes simplified on its topology: simplifying again would tear shared borders. */
export function emptySource(
  options: { cluster?: boolean; clusterRadius?: number; clusterMaxZoom?: number; buffer?: number } = {},
): SourceSpecification {
  return {
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
    tolerance: 0,
    ...options,
  };
}

/**
 * How far areas reach over the edges of their tiles, in 512ths of a tile. Fills need next to nothing, lines half their
 * width; the library's own 128 puts most communes into a second tile, to be cut, coloured and drawn again.
 */
export const AREA_BUFFER = 8;
export const LINE_BUFFER = 16;

/** Fonts of all names on the map, declared in the style's `font-faces`. */
export const REGULAR = ['Atlas Regular'];
export const BOLD = ['Atlas Bold'];

/** Name of a feature in the language looked at; `en` stands in where there is no Khmer name. */
export function nameIn(language: Language): ['coalesce', ['get', string], ['get', string]] {
  return ['coalesce', ['get', language], ['get', 'en']];
}

/** A whole number from 1 to 9,999 as text in the digits of the language; the map's own formatter has no Khmer. */
export function countIn(language: Language, number: ExpressionSpecification): ExpressionSpecification {
  if (language === 'en') return ['to-string', number];
  const digit = (power: number): ExpressionSpecification => ['at', ['%', ['floor', ['/', number, power]], 10], ['literal', KHMER_DIGITS]];
  const from = (power: number): ExpressionSpecification => ['case', ['>=', number, power], digit(power), ''];
  return ['concat', from(1000), from(100), from(10), digit(1)];
}

const KHMER_DIGITS = [...'០១២៣៤៥៦៧៨៩'];
