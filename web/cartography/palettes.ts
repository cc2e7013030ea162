/**
 * All colours of the map, a theme an object; `tokens.css` holds those of the page. Purple says need, teal protection,
 * amber and blue routes; context figures are umber. In grey they differ by lightness, form and casing.
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
  halo: '#fffefb',
  casing: '#fffefb',
  selection: '#1c2730',
  need: ['#e4d2ec', '#cba9da', '#a97cc4', '#7d4a9e', '#4c1d6b'],
  context: ['#e6dccf', '#cdb9a2', '#ab917a', '#7c6553', '#4a382e'],
  circle: '#7d4a9e',
  zero: '#fffefb',
  hatch: '#cbc3b3',
  dots: '#5f6d76',
  failed: '#dcd8cf',
  networkActive: '#0b6b63',
  networkDormant: '#5d8f8a',
  routeThailand: '#c9780f',
  routeVietNam: '#1f67b3',
  routeLaos: '#6a6f2a',
  routeClosed: '#8b8f92',
  crossingUnknown: '#fffefb',
  workshop: '#fffefb',
  workshopEdge: '#1c2730',
} as const;

export type Theme = typeof LIGHT;
