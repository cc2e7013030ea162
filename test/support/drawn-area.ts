import { createExpression, latest, type StylePropertySpecification } from '@maplibre/maplibre-gl-style-spec';
import type { AdminLevel } from '../../server/contracts/index.ts';
import type { Theme } from '../../web/cartography/palettes.ts';
import type { ScaleRow } from '../../web/cartography/scale.ts';
import { RARE_PATTERNS, toAreaLayers, toFills } from '../../web/layers/area-style.ts';

/** Colour (`#rrggbb`, or undefined where it is clear) and patterns that the map's style draws for a place of a row. */
export function drawnArea(
  row: ScaleRow | undefined,
  theme: Theme,
  level: AdminLevel = 'commune',
): { colour: string | undefined; patterns: string[] } {
  const layers = toAreaLayers(level, { theme, isVisible: true });
  const state = { fill: toFills(theme)(row) };
  const evaluate = (id: string, name: 'fill-color' | 'fill-opacity') => {
    const stated = (layers.find((layer) => layer.id === id)?.paint as Record<string, unknown> | undefined)?.[name];
    const expression = createExpression(stated, name, latest.paint_fill[name] as StylePropertySpecification);
    if (expression.result === 'error') throw new Error(expression.value.map(({ message }) => message).join());
    return expression.value.evaluate({ zoom: 7 }, { type: 3, properties: {} }, state);
  };
  const { r, g, b, a } = evaluate(`areas-${level}`, 'fill-color') as { r: number; g: number; b: number; a: number };
  const hex = (part: number) =>
    Math.round(part * 255)
      .toString(16)
      .padStart(2, '0');
  const isClear = a === 0;
  const over = RARE_PATTERNS.filter((pattern) => evaluate(`areas-${level}-${pattern}`, 'fill-opacity') === 1);
  // Beneath lies hatched land: it is seen where the colour is clear.
  return { colour: isClear ? undefined : `#${hex(r)}${hex(g)}${hex(b)}`, patterns: [...(isClear ? ['hatch'] : []), ...over] };
}
