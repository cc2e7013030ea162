import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Crossing, Flow, Indicator, PlaceValue } from '../../server/contracts/index.ts';
import { classify } from '../../web/cartography/classify.ts';
import { formatDay, formatKilometers, formatNumber, formatPercent, formatYear } from '../../web/cartography/format.ts';
import { DARK, LIGHT } from '../../web/cartography/palettes.ts';
import { largestLegs, OF_COUNTRY, people, taper, toCurve, toLegs, widthPixels } from '../../web/cartography/routes.ts';
import { countRows, toScale } from '../../web/cartography/scale.ts';
import { LAYERS } from '../../web/layers/index.ts';
import { rowLabel } from '../../web/light/legend-text.ts';

const RATE = {
  id: 'rate',
  name: { en: 'Rate', km: 'អត្រា' },
  unit: { en: 'per 1,000', km: 'ក្នុង ១.០០០' },
  description: { en: '-', km: '-' },
  source: { en: '-', km: '-' },
  kind: 'rate',
  subject: 'vsnp-assessments',
  numerator: 'high-risk-children',
  denominator: null,
  per: 1000,
  decimals: 1,
  breaks: [4, 8, 14, 22],
  maximum: 60,
  palette: 'need',
  order: 1,
  periods: ['2025'],
} satisfies Indicator;
const COUNT: Indicator = { ...RATE, kind: 'count', breaks: [], maximum: 100, decimals: 0 };
const value = (number: number): PlaceValue => ({ state: 'value', value: number, numerator: number });

describe('the scale', () => {
  it('puts a value on an edge in the class above it', () => {
    expect([3.9, 4, 7.9, 8, 22].map((number) => classify(number, RATE.breaks))).toEqual([0, 1, 1, 2, 4]);
  });

  it('gives every state a look of its own', () => {
    const scale = toScale(RATE, LIGHT);
    const looks = [
      value(2),
      { state: 'zero' },
      { state: 'not-assessed' },
      { state: 'no-denominator', numerator: 3 },
      { state: 'withheld' },
      undefined,
    ].map((place) => {
      const { row, colour, pattern } = scale.rowOf(place as PlaceValue | undefined);
      return { row, look: `${colour} ${pattern}` };
    });
    expect(looks.map(({ row }) => row)).toEqual(['class-0', 'zero', 'not-assessed', 'no-denominator', 'withheld', 'failed']);
    expect(new Set(looks.map(({ look }) => look)).size).toBe(6);
  });

  it('counts each place in exactly one row', () => {
    const counts = countRows(toScale(RATE, LIGHT), [
      value(2),
      value(30),
      { state: 'zero' },
      { state: 'not-assessed' },
      { state: 'not-assessed' },
    ]);
    expect(Object.fromEntries(counts)).toMatchObject({
      'class-0': 1,
      'class-4': 1,
      zero: 1,
      'not-assessed': 2,
      'no-denominator': 0,
      withheld: 0,
    });
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(5);
  });

  it('lets the area of a circle grow with the count, and gives zero no circle', () => {
    const { radiusOf } = toScale(COUNT, LIGHT);
    expect(radiusOf(value(100)) / radiusOf(value(25))).toBeCloseTo(2, 10);
    expect(radiusOf({ state: 'zero' })).toBe(0);
    expect(toScale(RATE, LIGHT).radiusOf(value(20))).toBe(0);
  });

  it('names its classes so that no two overlap', () => {
    const labels = toScale(RATE, LIGHT).rows.map((row) => rowLabel(row, RATE, 'en'));
    expect(labels.slice(0, 7)).toEqual([
      'under 4',
      '4 to 7.9',
      '8 to 13.9',
      '14 to 21.9',
      '22 and more',
      'Assessed, none found',
      'Not assessed',
    ]);
  });

  it.each([LIGHT, DARK])('takes the first and the last colour of the ramp however few the classes are', (theme) => {
    const colours = toScale({ ...RATE, breaks: [5] }, theme)
      .rows.slice(0, 2)
      .map(({ colour }) => colour);
    expect(colours).toEqual([theme.need[0], theme.need[4]]);
  });
});

describe.each([LIGHT, DARK])('the style of the map', (theme) => {
  const parts = LAYERS.map((layer) => layer.style({ theme, language: 'km', textPixels: (size) => size, lineScale: 1 }));
  const layers = parts.flatMap((part) => [...part.layers]);

  it('is one MapLibre understands', () => {
    const sources = Object.assign({}, ...parts.map((part) => part.sources));
    const face = { url: 'https://atlas.test/font.woff2' };
    const style = { version: 8, 'font-faces': { 'Atlas Regular': [face], 'Atlas Bold': [face] }, sources, layers };
    expect(validateStyleMin(style as Parameters<typeof validateStyleMin>[0]).map(({ message }) => message)).toEqual([]);
  });

  it('names the atlas’ own fonts on every symbol with a text, so that Khmer is never drawn by another', () => {
    const fonts = layers.flatMap((layer) =>
      layer.type === 'symbol' && layer.layout?.['text-field'] !== undefined ? [layer.layout['text-font']] : [],
    );
    expect(fonts.length).toBeGreaterThan(5);
    for (const font of fonts) expect(['Atlas Regular', 'Atlas Bold']).toContain((font as string[])[0]);
  });

  it('gives each layer a name of its own and a source that is there', () => {
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
    const sources = new Set(parts.flatMap((part) => Object.keys(part.sources)));
    for (const layer of layers) if ('source' in layer) expect(sources).toContain(layer.source);
  });
});

const POIPET = { id: 'poipet', country: 'TH', lng: 102.56, lat: 13.65, status: 'open' } as Crossing;
const BAVET = { id: 'bavet', country: 'VN', lng: 106.17, lat: 11.07, status: 'closed' } as Crossing;
const flow = (about: Partial<Flow>): Flow => ({
  origin: '01',
  crossing: 'poipet',
  destinationCountry: 'TH',
  destinationProvince: 'Bangkok',
  direction: 'out',
  basis: 'recorded',
  children: 1,
  adults: 9,
  ...about,
});
const DESTINATIONS = [
  { country: 'TH', province: 'Bangkok', lng: 100.5, lat: 13.75 },
  { country: 'TH', province: 'Sa Kaeo', lng: 102.1, lat: 13.8 },
  { country: 'VN', province: 'Tay Ninh', lng: 106.1, lat: 11.3 },
] as const;
const legsOf = (...flows: Flow[]) =>
  toLegs({ flows, destinations: [...DESTINATIONS] }, { crossings: [POIPET, BAVET], originPoint: (pcode) => [103 + Number(pcode), 12] });

describe('routes', () => {
  it('share the way to a crossing and part there, and never lose anybody', () => {
    const legs = legsOf(flow({}), flow({ destinationProvince: 'Sa Kaeo', children: 4, adults: 6 }));
    const inland = legs.filter(({ half }) => half === 'inland');
    expect(inland).toMatchObject([{ end: '01', crossing: 'poipet', children: 5, adults: 15 }]);
    const abroad = legs.filter(({ half }) => half === 'abroad');
    expect(abroad.map(({ end }) => end).sort()).toEqual(['Bangkok', 'Sa Kaeo']);
    expect(abroad.reduce((sum, leg) => sum + people(leg), 0)).toBe(20);
  });

  it('keep out and return, recorded and estimated apart', () => {
    const legs = legsOf(
      flow({}),
      flow({ direction: 'return' }),
      flow({ basis: 'estimated' }),
      flow({ direction: 'return', basis: 'estimated' }),
    );
    expect(legs.filter(({ half }) => half === 'inland')).toHaveLength(4);
  });

  it('always touch their crossing, so that nothing is merged across the border', () => {
    const legs = legsOf(
      flow({}),
      flow({ crossing: 'bavet', destinationCountry: 'VN', destinationProvince: 'Tay Ninh' }),
      flow({ direction: 'return' }),
    );
    for (const leg of legs) {
      const at = leg.crossing === 'poipet' ? [POIPET.lng, POIPET.lat] : [BAVET.lng, BAVET.lat];
      const end = (leg.half === 'inland') === (leg.direction === 'out') ? leg.to : leg.from;
      expect(end).toEqual(at);
    }
  });

  it('through a closed crossing say so', () => {
    expect(
      legsOf(flow({ crossing: 'bavet', destinationCountry: 'VN', destinationProvince: 'Tay Ninh' })).every(({ isClosed }) => isClosed),
    ).toBe(true);
    expect(legsOf(flow({})).some(({ isClosed }) => isClosed)).toBe(false);
  });

  it('swing to the right of travel: there and back never lie on each other', () => {
    const [from, to] = [[103, 12] as [number, number], [102.56, 13.65] as [number, number]];
    const [there, back] = [toCurve({ from, to, basis: 'recorded' }), toCurve({ from: to, to: from, basis: 'recorded' })];
    expect(there[0]).toEqual(from);
    expect(there.at(-1)?.map((degree) => Math.round(degree * 1e6) / 1e6)).toEqual(to);
    const middle = Math.floor(there.length / 2);
    expect(Math.abs((there[middle]?.[0] ?? 0) - (back[middle]?.[0] ?? 0))).toBeGreaterThan(0.1);
  });

  it('grow from thin to thick in the direction of travel', () => {
    const widths = taper(10, 5);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(widths.at(-1)).toBe(10);
  });

  it('have a width whose square grows with the people, the same in every year', () => {
    expect(widthPixels(400, 1600) * 2).toBeCloseTo(widthPixels(1600, 1600), 10);
    expect(widthPixels(0, 0)).toBeGreaterThan(0);
  });

  it('of the whole country say which share of the people the drawn ones hold', () => {
    const many = Array.from({ length: 20 }, (_, index) => flow({ origin: String(index + 10), children: 0, adults: 100 - index }));
    const { legs, share } = largestLegs(legsOf(...many), OF_COUNTRY);
    expect(legs.filter(({ half }) => half === 'inland')).toHaveLength(8);
    expect(share).toBeGreaterThan(0.5);
    expect(share).toBeLessThan(1);
    expect(largestLegs([], OF_COUNTRY)).toEqual({ legs: [], share: 1 });
  });
});

describe('numbers and days', () => {
  it('stand in Khmer digits for Khmer readers', () => {
    expect(formatNumber('km', 1234.5, 1)).toBe('១.២៣៤,៥');
    expect(formatYear('km', '2025')).toBe('២០២៥');
    expect(formatDay('en', '2025-07-24')).toBe('24 Jul 2025');
    expect(formatDay('km', '2025-07-24')).toContain('២០២៥');
    expect(formatKilometers('en', 15_000)).toBe('15 km');
  });

  it('are written as Intl writes them, in every month and for numbers of every size', () => {
    const intl = (tongue: 'en' | 'km', number: number, decimals: number) =>
      new Intl.NumberFormat(tongue === 'en' ? 'en-GB' : 'km-u-nu-khmr', {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }).format(number);
    const whole = fc.integer({ min: -5_000_000, max: 5_000_000 });
    fc.assert(
      fc.property(whole, fc.constantFrom('en', 'km'), fc.constantFrom(0, 1, 2), (scaled, tongue, decimals) => {
        const number = scaled / 10 ** decimals;
        expect(formatNumber(tongue, number, decimals)).toBe(intl(tongue, number, decimals));
      }),
    );
    for (let month = 1; month <= 12; month += 1) {
      const day = `2025-${String(month).padStart(2, '0')}-09`;
      const date = new Date(`${day}T00:00:00Z`);
      expect(formatDay('en', day)).toBe(new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(date));
      const khmer = new Intl.DateTimeFormat('km-u-nu-khmr', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
      expect(formatDay('km', day)).toBe(khmer);
    }
  });

  it('a share that is not quite nothing or all never reads so', () => {
    expect([0, 0.004, 0.5, 0.996, 1].map((share) => formatPercent('en', share))).toEqual(['0 %', '< 1 %', '50 %', '> 99 %', '100 %']);
  });
});
