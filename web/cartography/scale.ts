import type { Indicator, PlaceValue, ValueState } from '@atlas/server/contracts';
import { classify } from './classify.ts';
import type { Theme } from './palettes.ts';

/** What a place looks like: a class of value, or one of the states without one; `failed` could not be loaded. */
export type Row = `class-${number}` | Exclude<ValueState, 'value'> | 'failed';

export type ScaleRow = {
  row: Row;
  /** Colour of the area. */
  colour: string;
  pattern: 'hatch' | 'dots' | 'cross' | undefined;
  /** Edges of a class, in the indicator's unit; `from` belongs to it, `to` to the next; undefined at the open ends and for states. */
  from: number | undefined;
  to: number | undefined;
};

/** The one object that colours map, legend, tooltip, table and export; fixed for an indicator, whatever the period and level. */
export type Scale = {
  indicator: Indicator;
  /** The theme its colours are of. */
  theme: Theme;
  /** Classes from low to high, then zero, not assessed, no denominator, withheld. */
  rows: readonly ScaleRow[];
  rowOf: (place: PlaceValue | undefined) => ScaleRow;
  /** Colour of the circle of a count. */
  circle: string;
  /** Radius in pixels of the circle of a count: its area grows with the number; 0 where there is none. */
  radiusOf: (place: PlaceValue | undefined) => number;
};

const LARGEST_RADIUS_PIXELS = 26;
const SMALLEST_RADIUS_PIXELS = 1.5;

/** Builds the scale of an indicator. A place that is undefined could not be loaded. */
export function toScale(indicator: Indicator, theme: Theme): Scale {
  const classes = toClasses(indicator, theme);
  const states = toStates(theme);
  const failed: ScaleRow = { row: 'failed', colour: theme.failed, pattern: undefined, from: undefined, to: undefined };
  const rows = [...classes, ...states];
  const find = (row: Row): ScaleRow => rows.find((candidate) => candidate.row === row) ?? failed;
  return {
    indicator,
    theme,
    rows,
    rowOf: (place) => {
      if (place === undefined) return failed;
      if (place.state !== 'value') return find(place.state);
      return indicator.kind === 'count' ? find('class-0') : find(`class-${classify(place.value, indicator.breaks)}`);
    },
    circle: theme.circle,
    radiusOf: (place) => {
      if (indicator.kind !== 'count' || place?.state !== 'value' || indicator.maximum <= 0) return 0;
      return Math.max(SMALLEST_RADIUS_PIXELS, LARGEST_RADIUS_PIXELS * Math.sqrt(place.value / indicator.maximum));
    },
  };
}

function toClasses({ kind, breaks, palette }: Indicator, theme: Theme): ScaleRow[] {
  if (kind === 'count') return [{ row: 'class-0', colour: theme.land, pattern: undefined, from: undefined, to: undefined }];
  const colours = spread(theme[palette], breaks.length + 1);
  return colours.map((colour, index) => ({
    row: `class-${index}`,
    colour,
    pattern: undefined,
    from: index === 0 ? undefined : breaks[index - 1],
    to: breaks[index],
  }));
}

/** Takes as many colours as there are classes, the first and the last always among them. */
function spread(colours: readonly string[], count: number): string[] {
  const last = colours.length - 1;
  return Array.from({ length: count }, (_, index) => {
    const position = count === 1 ? last : Math.round((index * last) / (count - 1));
    return colours[Math.min(position, last)] ?? '#000000';
  });
}

function toStates(theme: Theme): ScaleRow[] {
  const state = (row: Row, colour: string, pattern: ScaleRow['pattern']): ScaleRow => ({
    row,
    colour,
    pattern,
    from: undefined,
    to: undefined,
  });
  return [
    state('zero', theme.zero, undefined),
    state('not-assessed', theme.land, 'hatch'),
    state('no-denominator', theme.land, 'cross'),
    state('withheld', theme.land, 'dots'),
  ];
}

/** How many places each row holds, in place order of the values. */
export function countRows(scale: Scale, values: readonly PlaceValue[]): Map<Row, number> {
  const counts = new Map<Row, number>(scale.rows.map(({ row }) => [row, 0]));
  for (const value of values) {
    const { row } = scale.rowOf(value);
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  return counts;
}

/** Classes and the two states of every map always; the others when a place is in them. */
export function isListed(row: Row, count: number): boolean {
  return row.startsWith('class-') || row === 'zero' || row === 'not-assessed' || count > 0;
}
