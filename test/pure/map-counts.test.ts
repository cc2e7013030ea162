import { createExpression, latest, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { formatKilometers } from '../../web/cartography/format.ts';
import { metersPerPixel } from '../../web/cartography/mercator.ts';
import { countIn } from '../../web/layers/layer.ts';
import type { Language } from '../../web/view.ts';

describe('numbers on the map', () => {
  it('stand in the digits of the language, as in the lists beside it', () => {
    const numbers = [1, 9, 10, 20, 119, 305, 1000, 1652, 9999];
    expect(numbers.map((number) => written('en', number))).toEqual(numbers.map(String));
    expect(numbers.map((number) => written('km', number))).toEqual(['១', '៩', '១០', '២០', '១១៩', '៣០៥', '១០០០', '១៦៥២', '៩៩៩៩']);
  });

  it('measure the ground: a degree of latitude is about 111 km at any zoom', () => {
    const meters = (lat: number, zoom: number) => {
      const pixels = (512 * 2 ** zoom) / 360 / Math.cos((lat * Math.PI) / 180);
      return metersPerPixel({ lng: 104, lat, zoom }) * pixels;
    };
    for (const lat of [0, 12.5, 14.7]) for (const zoom of [4, 7.3, 13]) expect(meters(lat, zoom)).toBeCloseTo(111_319.49, 1);
    expect(formatKilometers('km', 100_000)).toBe('១០០ គ.ម.');
  });
});

/** What MapLibre writes for a count in a language. */
function written(language: Language, count: number): unknown {
  const specification = { ...latest.layout_symbol['text-field'], transition: false, type: 'string' } as StylePropertySpecification;
  const expression = createExpression(countIn(language, ['get', 'count']), 'text-field', specification);
  if (expression.result === 'error') throw new Error(expression.value.map(({ message }) => message).join());
  return String(expression.value.evaluate({ zoom: 7 }, { type: 1, properties: { count } }));
}
