/**
 * All colours of the map, a theme an object; `tokens.css` holds those of the page. Purple says need, teal protection,
 * amber and blue routes; context figures are umber. In grey they differ by lightness, form and casing.
 * On light paper more is darker; in the dark more is brighter, and what nobody has assessed stays dark.
 */
export const LIGHT = {
  sea: '#d7e4e8',
  land: '#efece4',
  neighbour: '#f4f2ec',
  lake: '#c3d9e2',
  river: '#b4cfd9',
  outline: '#8a7f6d',
  provinceLine: '#a39987',
  innerLine: '#e3ddd0',
  districtLine: '#cfc8b9',
  neighbourLine: '#d3cbbb',
  label: '#1c2730',
  labelMuted: '#55636c',
  waterName: '#356578',
  halo: '#fffefb',
  casing: '#fffefb',
  selection: '#1c2730',
  need: ['#e4d2ec', '#cba9da', '#a97cc4', '#7d4a9e', '#4c1d6b'],
  context: ['#e0d2c1', '#c7b199', '#a58c75', '#7c6553', '#4a382e'],
  circle: '#7d4a9e',
  zero: '#fffefb',
  hatch: '#cbc3b3',
  dots: '#5f6d76',
  failed: '#dcd8cf',
  networkActive: '#0b6b63',
  networkDormant: '#406763',
  routeThailand: '#c9780f',
  routeVietNam: '#1f67b3',
  routeLaos: '#6a6f2a',
  routeClosed: '#8b8f92',
  crossingUnknown: '#fffefb',
  workshop: '#fffefb',
  workshopEdge: '#1c2730',
} as const;

type Ramp = readonly [string, string, string, string, string];

/** Colours of one theme, `#rrggbb`; a ramp runs from few to many. */
export type Theme = { readonly [Key in keyof typeof LIGHT]: (typeof LIGHT)[Key] extends string ? string : Ramp };

export const DARK: Theme = {
  sea: '#0a161d',
  land: '#1b242a',
  neighbour: '#161c21',
  lake: '#072e3d',
  river: '#183d4d',
  outline: '#85929b',
  provinceLine: '#616f78',
  innerLine: '#10171c',
  districtLine: '#414b52',
  neighbourLine: '#2c363d',
  label: '#e7edf0',
  labelMuted: '#cbd5db',
  waterName: '#86b8cc',
  halo: '#0d1217',
  casing: '#0d1217',
  selection: '#f4f7f8',
  need: ['#644683', '#875bac', '#ac75cd', '#d192e7', '#f0bbf8'],
  context: ['#605043', '#806a55', '#a1876a', '#c0a583', '#dfcaa9'],
  circle: '#d192e7',
  zero: '#333b41',
  hatch: '#3b4950',
  dots: '#9aa7b0',
  failed: '#292f33',
  networkActive: '#4fc1b0',
  networkDormant: '#88ada8',
  routeThailand: '#f0a23c',
  routeVietNam: '#5aa9f0',
  routeLaos: '#b3b863',
  routeClosed: '#9ea4a7',
  crossingUnknown: '#0d1217',
  workshop: '#0d1217',
  workshopEdge: '#e7edf0',
};

export const THEME_NAMES = ['light', 'dark'] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

export const THEMES: Readonly<Record<ThemeName, Theme>> = { light: LIGHT, dark: DARK };
