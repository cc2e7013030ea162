type Channels = readonly [number, number, number];

/** Linear red, green and blue of `#rrggbb`, each 0 to 1. */
function linear(hex: string): Channels {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new Error(`${hex} is no colour of the form #rrggbb`);
  const channel = (start: number) => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

/** Relative luminance of WCAG 2.2, 0 to 1. */
function luminance([red, green, blue]: Channels): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of WCAG 2.2, 1 to 21. */
export function ratio(first: string, second: string): number {
  const [one, other] = [luminance(linear(first)), luminance(linear(second))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function lightnessOf(channels: Channels): number {
  const light = Math.max(0, luminance(channels));
  return light > 216 / 24389 ? 116 * Math.cbrt(light) - 16 : (24389 / 27) * light;
}

/** Lightness L* of CIE 1976, 0 (black) to 100 (white); even steps look even, at the dark end too, where ratios do not. */
export function lightness(hex: string): number {
  return lightnessOf(linear(hex));
}

export type Eye = 'protanopia' | 'deuteranopia';

/** How dichromats see linear colours: Machado, Oliveira and Fernandes 2009, severity 1. */
const SIGHT: Readonly<Record<Eye, readonly Channels[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

function seen(hex: string, eye: Eye): Channels {
  const [red, green, blue] = linear(hex);
  const part = (row: number) => {
    const [ofRed = 0, ofGreen = 0, ofBlue = 0] = SIGHT[eye][row] ?? [];
    return Math.min(1, Math.max(0, ofRed * red + ofGreen * green + ofBlue * blue));
  };
  return [part(0), part(1), part(2)];
}

/** Lightness L* of a colour to a colour-blind eye. */
export function lightnessTo(eye: Eye, hex: string): number {
  return lightnessOf(seen(hex, eye));
}

/** Distance in OKLab of two colours to a colour-blind eye; black and white are 1 apart. */
export function apartTo(eye: Eye, first: string, second: string): number {
  const [one, other] = [oklab(seen(first, eye)), oklab(seen(second, eye))];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

function oklab([red, green, blue]: Channels): Channels {
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short,
  ];
}
