import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { THEME_NAMES, THEMES, type Theme } from '../../web/cartography/palettes.ts';
import { chooseTheme } from '../../web/theme.ts';
import { apartTo, lightness, lightnessTo, ratio } from '../support/contrast.ts';

/**
 * Areas without a line between them: an L* of about 1 is seen side by side on a good screen. In daylight on a cheap phone
 * half of the range is lost, and patches are a few pixels wide; six of it is left to be sure of.
 */
const SIDE_BY_SIDE = 6;
/** A class is held against its swatch across the screen, not side by side. */
const ACROSS_THE_SCREEN = 9;
/** A line thinner than a pixel keeps about half of its difference when it is drawn. */
const HAIRLINE = 12;
/** A hairline is never taken for an area by its form; that its ink is no area's either takes less than two areas do. */
const OTHER_INK = 5;
/** WCAG 2.2, 1.4.11: parts of a drawing that carry meaning, edges of controls and the focus ring. */
const DRAWN = 3;
/** WCAG 2.2, 1.4.3. */
const READ = 4.5;
/** Distance in OKLab at which two thin lines are still two colours; the just noticeable one is 0.02. */
const TWO_HUES = 0.1;

const EYES = ['protanopia', 'deuteranopia'] as const;
const RAMPS = ['need', 'context'] as const;
type Pair = readonly [name: string, first: string, second: string];

const differ = (first: string, second: string) => Math.abs(lightness(first) - lightness(second));
const pairsOf = (colours: Readonly<Record<string, string>>): Pair[] =>
  Object.entries(colours).flatMap(([a, first], index) =>
    Object.entries(colours)
      .slice(index + 1)
      .map(([b, second]): Pair => [`${a} and ${b}`, first, second]),
  );
const steps = (colours: readonly string[]): Pair[] =>
  colours.slice(1).map((colour, index): Pair => [`${index} and ${index + 1}`, colours[index] ?? '', colour]);
/** Those that do not come up to what they must, with what they have. */
const tooClose = (pairs: readonly Pair[], measure: (first: string, second: string) => number, least: number) =>
  pairs.map(([name, first, second]) => ({ name, has: measure(first, second) })).filter(({ has }) => !(has >= least));

function grounds(theme: Theme): Readonly<Record<string, string>> {
  const classes = RAMPS.flatMap((ramp) => theme[ramp].map((colour, index) => [`${ramp} ${index + 1}`, colour]));
  return { land: theme.land, zero: theme.zero, ...Object.fromEntries(classes) };
}

describe.each(THEME_NAMES)('the %s map', (name) => {
  const theme = THEMES[name];

  it.each(RAMPS)('tells land, zero and the first class of %s apart by lightness', (ramp) => {
    const areas = { land: theme.land, zero: theme.zero, first: theme[ramp][0] };
    expect(tooClose(pairsOf(areas), differ, SIDE_BY_SIDE)).toEqual([]);
    const failed = { land: theme.land, zero: theme.zero, failed: theme.failed };
    expect(tooClose(pairsOf(failed), differ, OTHER_INK)).toEqual([]);
  });

  it('hatches what nobody has assessed so that it is seen on the land and is the ink of no area', () => {
    expect(differ(theme.hatch, theme.land)).toBeGreaterThanOrEqual(HAIRLINE);
    const areas = { zero: theme.zero, need: theme.need[0], context: theme.context[0] };
    const pairs = Object.entries(areas).map(([area, colour]): Pair => [area, theme.hatch, colour]);
    expect(tooClose(pairs, differ, OTHER_INK)).toEqual([]);
    expect(ratio(theme.dots, theme.land)).toBeGreaterThanOrEqual(DRAWN);
  });

  it.each(RAMPS)('goes from zero to the last class of %s in clear steps that never turn back', (ramp) => {
    const ladder = [theme.zero, ...theme[ramp]];
    expect(tooClose(steps(ladder), differ, ACROSS_THE_SCREEN)).toEqual([]);
    for (const eye of EYES) {
      const light = ladder.map((colour) => lightnessTo(eye, colour));
      const sorted = light.toSorted((a, b) => (name === 'dark' ? a - b : b - a));
      expect({ eye, light }).toEqual({ eye, light: sorted });
      const toEye = (first: string, second: string) => Math.abs(lightnessTo(eye, first) - lightnessTo(eye, second));
      expect(tooClose(steps(ladder), toEye, SIDE_BY_SIDE)).toEqual([]);
    }
  });

  it.each(['networkActive', 'networkDormant', 'selection'] as const)(
    'shows the outline %s on every area, by its ink or its casing',
    (line) => {
      expect(ratio(theme[line], theme.casing)).toBeGreaterThanOrEqual(DRAWN);
      const pairs = Object.entries(grounds(theme)).map(([ground, colour]): Pair => [ground, theme[line], colour]);
      const better = (ink: string, ground: string) => Math.max(ratio(ink, ground), ratio(theme.casing, ground));
      expect(tooClose(pairs, better, DRAWN)).toEqual([]);
    },
  );

  it('shows routes and crossings on their casing, and never two countries alike', () => {
    const lines = { thailand: theme.routeThailand, vietNam: theme.routeVietNam, laos: theme.routeLaos, closed: theme.routeClosed };
    const pairs = Object.entries(lines).map(([line, colour]): Pair => [line, colour, theme.casing]);
    expect(tooClose(pairs, ratio, DRAWN)).toEqual([]);
    const [thailand, vietNam] = [theme.routeThailand, theme.routeVietNam];
    for (const eye of EYES) {
      const apart = (first: string, second: string) => apartTo(eye, first, second);
      const hues = { thailand, vietNam, network: theme.networkActive };
      expect(tooClose(pairsOf(hues), apart, TWO_HUES)).toEqual([]);
    }
  });

  it('writes names that are read on their halo', () => {
    const names: Pair[] = [
      ['places', theme.label, theme.halo],
      ['districts', theme.labelMuted, theme.halo],
      ['countries', theme.labelMuted, theme.neighbour],
      ['waters', theme.waterName, theme.sea],
      ['ranks', theme.halo, theme.selection],
      ['clusters', theme.label, theme.workshop],
    ];
    expect(tooClose(names, ratio, READ)).toEqual([]);
  });

  it('draws the border of the country on land and sea', () => {
    for (const ground of [theme.land, theme.sea]) expect(ratio(theme.outline, ground)).toBeGreaterThanOrEqual(DRAWN);
  });
});

const TOKENS = readFileSync(new URL('../../web/tokens.css', import.meta.url), 'utf8');
const SURFACES = ['panel', 'paper', 'accent-soft'];

describe.each(THEME_NAMES)('the %s page', (name) => {
  const token = (wanted: string): string => {
    const [, light, dark] = new RegExp(`--${wanted}: light-dark\\((#\\w{6}), (#\\w{6})\\);`).exec(TOKENS) ?? [];
    const found = name === 'dark' ? dark : light;
    if (found === undefined) throw new Error(`tokens.css has no colour --${wanted} for both themes`);
    return found;
  };
  const on = (ink: string, surfaces: readonly string[]): Pair[] =>
    surfaces.map((surface): Pair => [`${ink} on ${surface}`, token(ink), token(surface)]);

  it('writes every text so that it is read on whatever it stands on', () => {
    const pairs = [
      ...['text', 'muted', 'accent'].flatMap((ink) => on(ink, SURFACES)),
      ...on('accent-text', ['accent', 'accent-strong']),
      ...on('demo-text', ['demo-paper']),
    ];
    expect(tooClose(pairs, ratio, READ)).toEqual([]);
  });

  it('shows the focus, the edges of controls and the switches', () => {
    const pairs = [
      ...on('focus', [...SURFACES, 'sea', 'land']),
      ...on('line-strong', ['panel', 'paper']),
      ...on('thumb', ['line-strong', 'accent']),
      ...on('need-4', ['panel', 'line']),
    ];
    expect(tooClose(pairs, ratio, DRAWN)).toEqual([]);
  });

  it('has the colours of the map where it draws what the map draws', () => {
    const { land, sea, hatch, need, circle, routeThailand } = THEMES[name];
    const ofMap = { land, sea, hatch, 'need-2': need[1], 'need-4': need[3], 'route-th': routeThailand };
    expect(Object.fromEntries(Object.keys(ofMap).map((key) => [key, token(key)]))).toEqual(ofMap);
    expect(circle).toBe(need[3]);
  });
});

describe('the theme of a view', () => {
  it('is its own, else the system’s, and on paper always light', () => {
    const bright = { isSystemDark: false, isOnPaper: false };
    const night = { isSystemDark: true, isOnPaper: false };
    expect(chooseTheme({ theme: undefined }, bright)).toBe('light');
    expect(chooseTheme({ theme: undefined }, night)).toBe('dark');
    expect(chooseTheme({ theme: 'light' }, night)).toBe('light');
    expect(chooseTheme({ theme: 'dark' }, bright)).toBe('dark');
    expect(chooseTheme({ theme: 'dark' }, { isSystemDark: true, isOnPaper: true })).toBe('light');
  });
});
