import { ADMIN_LEVELS, type AdminLevel } from '@atlas/server/contracts';
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import type { Theme } from '../cartography/palettes.ts';
import type { ScaleRow } from '../cartography/scale.ts';

/** What each place looks like is one number in its feature-state: a colour of `coloursOf`, or a pattern. */
const PATTERN_FILLS = { hatch: 100, cross: 101, dots: 102 } as const;

/** Patterns that few maps hold: their layers are shown where one occurs, since the library works them out place by place. */
export const RARE_PATTERNS = ['cross', 'dots'] as const;

export const AREA_FILLS: readonly string[] = ADMIN_LEVELS.map((level) => `areas-${level}`);

/** Every colour an area may have in a theme. */
const coloursOf = (theme: Theme): readonly string[] => [theme.land, theme.zero, theme.failed, ...theme.need, ...theme.context];
const BARE = 0;

/**
 * The number of what a place looks like, from its row of a scale of this theme; bare land where nothing is said of it.
 * It stands for the same thing in every theme.
 */
export function toFills(theme: Theme): (row: ScaleRow | undefined) => number {
  const fills = new Map(coloursOf(theme).map((colour, fill) => [colour, fill]));
  return (row) => {
    const fill = row === undefined ? BARE : row.pattern === undefined ? fills.get(row.colour) : PATTERN_FILLS[row.pattern];
    if (fill === undefined) throw new Error(`no area has the colour ${row?.colour}`);
    return fill;
  };
}

type Fills = { source: string; before: readonly number[]; fills: readonly number[] };

/** Writes what each place of a source looks like, in place order; only what differs, since each state written is drawn anew. */
export function writeFills(map: Pick<MapLibreMap, 'setFeatureState'>, { source, before, fills }: Fills): void {
  const target = { source, id: 0 };
  const state = { fill: 0 };
  for (let id = 0; id < fills.length; id += 1) {
    const fill = fills[id] ?? 0;
    if (fill === before[id]) continue;
    // The library copies both; a new object a place would be 1,652 to clear away.
    target.id = id;
    state.fill = fill;
    map.setFeatureState(target, state);
  }
}

/**
 * Style layers of the areas of a level, from bottom to top. The land lies hatched under the colours, which are clear where
 * nobody assessed: so the hatch costs a change of values nothing, however much of the country it covers.
 */
export function toAreaLayers(level: AdminLevel, { theme, isVisible }: { theme: Theme; isVisible: boolean }): LayerSpecification[] {
  const source = `areas-${level}`;
  const fill = { type: 'fill', source, layout: { visibility: isVisible ? 'visible' : 'none' } } as const;
  const constant = { ...fill, filter: IS_PLACE };
  const plain = { 'fill-antialias': false };
  return [
    { ...constant, id: `${source}-land`, paint: { 'fill-color': theme.land, ...plain } },
    { ...constant, id: `${source}-hatch`, paint: { 'fill-pattern': 'hatch', ...plain } },
    { ...fill, id: source, filter: apart(source), paint: { 'fill-color': toColour(theme), ...plain } },
    ...RARE_PATTERNS.map(
      (pattern): LayerSpecification => ({
        ...fill,
        id: `${source}-${pattern}`,
        layout: { visibility: 'none' },
        filter: apart(`${source}-${pattern}`),
        paint: {
          'fill-pattern': pattern,
          'fill-opacity': ['case', ['==', ['feature-state', 'fill'], PATTERN_FILLS[pattern]], 1, 0],
          ...plain,
        },
      }),
    ),
    {
      ...fill,
      id: `${source}-without-place`,
      filter: ['has', 'area'],
      paint: { 'fill-color': ['match', ['get', 'area'], 'lake', theme.lake, theme.land], ...plain },
    },
  ];
}

/** Layers that are shown whenever their level is. */
export function shownWith(level: AdminLevel): string[] {
  return ['', '-land', '-hatch', '-without-place'].map((part) => `areas-${level}${part}`);
}

const IS_PLACE: FilterSpecification = ['!', ['has', 'area']];

/**
 * The places, by a filter no other layer has. The library keeps layers of equal filter in one bucket and then writes the
 * feature-state of all of them once for each of them.
 */
const apart = (layer: string): FilterSpecification => ['all', ['!', ['has', 'area']], ['!', ['has', layer]]];

function toColour(theme: Theme): ExpressionSpecification {
  const colours = coloursOf(theme).flatMap((colour, fill) => [fill, colour]);
  const match = ['match', ['feature-state', 'fill'], PATTERN_FILLS.hatch, CLEAR, ...colours, theme.land];
  return match as ExpressionSpecification;
}

const CLEAR = 'rgba(0, 0, 0, 0)';
