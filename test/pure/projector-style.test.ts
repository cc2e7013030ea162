import { createExpression, latest, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { LIGHT } from '../../web/cartography/palettes.ts';
import { toLook } from '../../web/layers/layer.ts';
import { toStyle } from '../../web/map/style.ts';
import { LANGUAGES, type Language } from '../../web/view.ts';

const SMALLEST_PIXELS = 20;
const THICKER = 1.5;
/** Every zoom at which a size may bend, and between; the map goes from 4 to 14. */
const ZOOMS = Array.from({ length: 41 }, (_, index) => 4 + index / 4);
/** Sizes that a look makes larger, by the layer type they belong to. */
const SIZES = [
  ['line', 'line-width'],
  ['circle', 'circle-radius'],
  ['symbol', 'icon-size'],
] as const;

const layersOf = (language: Language, projector: boolean) => toStyle(toLook({ language, projector }, LIGHT)).layers;

describe('the map on a projector of 1280 by 720', () => {
  for (const language of LANGUAGES) {
    it(`has no text under ${SMALLEST_PIXELS} pixels at any zoom, in ${language}`, () => {
      const texts = layersOf(language, true).flatMap((layer) => (hasText(layer) ? [layer] : []));
      expect(texts.length).toBeGreaterThan(5);
      const small = texts.flatMap((layer) => ZOOMS.map((zoom) => ({ id: layer.id, zoom, pixels: textPixels(layer, zoom) })));
      expect(small.filter(({ pixels }) => !(pixels >= SMALLEST_PIXELS))).toEqual([]);
    });
  }

  it('has smaller texts on a laptop: the test above can fail', () => {
    const sizes = layersOf('en', false).flatMap((layer) => (hasText(layer) ? [textPixels(layer, 8)] : []));
    expect(Math.max(...sizes)).toBeLessThan(SMALLEST_PIXELS);
  });

  for (const [type, name] of SIZES) {
    it(`has every ${name} ${THICKER} times as large as on a laptop`, () => {
      const [laptop, stage] = [false, true].map((projector) => layersOf('en', projector).filter((layer) => hasSize(layer, type, name)));
      expect(stage?.length).toBeGreaterThan(0);
      const thin = (stage ?? []).flatMap((layer, index) =>
        ZOOMS.map((zoom) => {
          const before = sizeOf(laptop?.[index], name, zoom);
          return { id: layer.id, zoom, times: sizeOf(layer, name, zoom) / before };
        }),
      );
      expect(thin.filter(({ times }) => !(Math.abs(times - THICKER) < 1e-6))).toEqual([]);
    });
  }
});

type Layer = LayerSpecification;
type Size = keyof typeof SPECIFICATIONS;

/** What the style's own specification says of each size. */
const SPECIFICATIONS = {
  'line-width': latest.paint_line['line-width'],
  'circle-radius': latest.paint_circle['circle-radius'],
  'icon-size': latest.layout_symbol['icon-size'],
  'text-size': latest.layout_symbol['text-size'],
};

function hasText(layer: Layer): boolean {
  return layer.type === 'symbol' && layer.layout?.['text-field'] !== undefined;
}

/** The smallest letters of a layer: a part of a text may be scaled down beside the rest of it. */
function textPixels(layer: Layer, zoom: number): number {
  const field = JSON.stringify(layer.type === 'symbol' ? layer.layout?.['text-field'] : undefined);
  const scales = [...field.matchAll(/"font-scale":([\d.]+)/g)].map(([, scale]) => Number(scale));
  return sizeOf(layer, 'text-size', zoom) * Math.min(1, ...scales);
}

/** A layer that has this size; a sign without a text beside it has one by its image alone. */
function hasSize(layer: Layer, type: string, name: string): boolean {
  if (layer.type !== type) return false;
  return name !== 'icon-size' || (layer.type === 'symbol' && layer.layout?.['icon-image'] !== undefined);
}

/** A size as MapLibre reads it at a zoom: what is stated, or the default of the style's own specification. */
function sizeOf(layer: Layer | undefined, name: Size, zoom: number): number {
  const specification = SPECIFICATIONS[name];
  const all: Readonly<Record<string, unknown>> = { ...layer?.layout, ...layer?.paint };
  const stated = all[name] ?? specification.default;
  if (typeof stated === 'number') return stated;
  const expression = createExpression(stated, name, specification as StylePropertySpecification);
  if (expression.result === 'error') throw new Error(`${layer?.id} ${name}: ${expression.value.map(({ message }) => message).join()}`);
  const feature = { type: 1 as const, properties: { events: 20, people: 100, rank: 3, point_count: 5 } };
  return Number(expression.value.evaluate({ zoom }, feature, { radius: 7 }));
}
