import type { Theme } from './palettes.ts';
import type { Leg } from './routes.ts';

/** Pixels by which the casing of a route is wider than the route. */
export const CASING_GROWTH = 1.8;

/** The core of a return is left paper-white, so that it reads as two parallel lines: so much of its width. */
export const RETURN_CORE = 0.34;

/** A narrower return, in pixels, is drawn as one line: its taper alone shows the way. */
export const NARROWEST_DOUBLE = 2.6;

/** Amber to Thailand, blue to Viet Nam, olive to Laos; grey over a closed crossing; paler where estimated. Red, green and blue of 255. */
export function colourOfLeg({ country, isClosed, basis }: Pick<Leg, 'country' | 'isClosed' | 'basis'>, theme: Theme): Rgb {
  const hue = isClosed ? theme.routeClosed : { TH: theme.routeThailand, VN: theme.routeVietNam, LA: theme.routeLaos }[country];
  const [red, green, blue] = toRgb(hue);
  if (basis === 'recorded') return [red, green, blue];
  const [paperRed, paperGreen, paperBlue] = toRgb(theme.casing);
  const mix = (ink: number, paper: number) => Math.round(ink * 0.5 + paper * 0.5);
  return [mix(red, paperRed), mix(green, paperGreen), mix(blue, paperBlue)];
}

export type Rgb = [red: number, green: number, blue: number];

/** A colour `#rrggbb` as its three parts. */
export function toRgb(hex: string): Rgb {
  const number = Number.parseInt(hex.slice(1), 16);
  return [(number >> 16) & 255, (number >> 8) & 255, number & 255];
}
