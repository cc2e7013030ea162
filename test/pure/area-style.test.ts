import type { Map as MapLibreMap } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { ADMIN_LEVELS, type Indicator } from '../../server/contracts/index.ts';
import { THEME_NAMES, THEMES } from '../../web/cartography/palettes.ts';
import { toScale } from '../../web/cartography/scale.ts';
import { toAreaLayers, toFills, writeFills } from '../../web/layers/area-style.ts';
import { drawnArea } from '../support/drawn-area.ts';

const indicatorOf = (palette: 'need' | 'context', kind: 'rate' | 'count', breaks: number[]): Indicator =>
  ({ id: 'any', kind, palette, breaks, maximum: 100 }) as unknown as Indicator;

/** Scales as indicators have them: few classes, all classes, circles. */
const INDICATORS = [
  indicatorOf('need', 'rate', [3, 6, 10, 16]),
  indicatorOf('need', 'rate', [5, 10]),
  indicatorOf('context', 'rate', [12, 18, 25, 30]),
  indicatorOf('need', 'count', [18, 40]),
];

describe('the colour of an area on the map', () => {
  for (const name of THEME_NAMES) {
    const theme = THEMES[name];

    it(`is that of its row in the legend, for every row of every scale, in the ${name} theme`, () => {
      for (const indicator of INDICATORS) {
        const scale = toScale(indicator, theme);
        for (const row of [...scale.rows, scale.rowOf(undefined)]) {
          const { colour, patterns } = drawnArea(row, theme);
          expect(patterns, row.row).toEqual(row.pattern === undefined ? [] : [row.pattern]);
          if (row.pattern !== 'hatch') expect(colour, row.row).toBe(row.colour);
        }
      }
    });

    it(`is bare land where nothing is said of a place, never the hatch, in the ${name} theme`, () => {
      expect(drawnArea(undefined, theme)).toEqual({ colour: theme.land, patterns: [] });
    });
  }

  it('keeps its number when the theme changes', () => {
    const [light, dark] = THEME_NAMES.map((name) => toScale(INDICATORS[0] as Indicator, THEMES[name]).rows.map(toFills(THEMES[name])));
    expect(light).toEqual(dark);
  });

  it('is refused when the theme has no such colour', () => {
    const [row] = toScale(INDICATORS[0] as Indicator, THEMES.light).rows;
    expect(() => toFills(THEMES.dark)(row)).toThrow('no area has the colour');
  });
});

describe('a change of values', () => {
  it('writes the places that look different, and no other', () => {
    const written: unknown[] = [];
    const map = {
      setFeatureState: (target: object, state: object) => void written.push({ ...target, ...state }),
    } as unknown as MapLibreMap;
    writeFills(map, { source: 'areas-commune', before: [1, 2, 3], fills: [1, 5, 3, 4] });
    expect(written).toEqual([
      { source: 'areas-commune', id: 1, fill: 5 },
      { source: 'areas-commune', id: 3, fill: 4 },
    ]);
  });

  it('is worked out once a layer: no layer that follows it shares a bucket with another', () => {
    for (const level of ADMIN_LEVELS) {
      const layers = toAreaLayers(level, { theme: THEMES.light, isVisible: true });
      const following = layers.filter(({ paint }) => JSON.stringify(paint).includes('feature-state'));
      expect(following.length).toBe(3);
      for (const layer of following) {
        const filter = JSON.stringify('filter' in layer ? layer.filter : undefined);
        const alike = layers.filter((other) => JSON.stringify('filter' in other ? other.filter : undefined) === filter);
        expect(alike.map(({ id }) => id)).toEqual([layer.id]);
      }
    }
  });
});
