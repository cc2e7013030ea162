import type { LevelColumns, PlaceValue } from '@atlas/server/contracts';
import type { FeatureCollection, Point } from 'geojson';
import { useEffect } from 'react';
import { once } from '../cartography/once.ts';
import type { Scale } from '../cartography/scale.ts';
import { usePicture } from '../picture.ts';
import { emptySource, type MapLayer } from './layer.ts';
import { setData, setVisible } from './set-data.ts';

/** Circles whose area grows with a count, and small discs for places whose polygon nobody has drawn. */
export const counts: MapLayer = {
  id: 'counts',
  style: ({ theme, lineScale }) => ({
    sources: { 'place-points': emptySource() },
    layers: [
      {
        id: 'count-circles',
        type: 'circle',
        source: 'place-points',
        layout: { visibility: 'none' },
        paint: {
          'circle-radius': ['*', ['coalesce', ['feature-state', 'radius'], 0], lineScale],
          'circle-color': theme.circle,
          'circle-opacity': 0.62,
          'circle-stroke-color': theme.casing,
          'circle-stroke-width': ['case', ['>', ['coalesce', ['feature-state', 'radius'], 0], 0], 1, 0],
        },
      },
      {
        id: 'places-without-polygon',
        type: 'circle',
        source: 'place-points',
        filter: ['==', ['get', 'shape'], 'a'],
        paint: {
          'circle-radius': 4.5 * lineScale,
          'circle-color': ['to-color', ['feature-state', 'colour'], theme.land],
          'circle-stroke-color': theme.outline,
          'circle-stroke-width': 1.2,
        },
      },
    ],
  }),
  first: ({ places, level }) => (places === undefined ? {} : { 'place-points': toPoints(places.levels[level]) }),
  Draw: ({ map }) => {
    const { view, level, scale, shown } = usePicture();
    useEffect(() => {
      if (level !== undefined) setData(map, 'place-points', toPoints(level));
    }, [map, level]);
    const isDrawn = view.layers.includes('indicator');
    const isCount = scale?.indicator.kind === 'count';
    useEffect(() => setVisible(map, ['count-circles'], isCount), [map, isCount]);
    useEffect(() => {
      if (scale === undefined || level === undefined) return;
      paint(map, { scale, shapes: level.shapes, values: isDrawn ? shown?.values : undefined });
    }, [map, scale, level, shown, isDrawn]);
    return null;
  },
};

type Painting = { scale: Scale; shapes: LevelColumns['shapes']; values: readonly PlaceValue[] | undefined };

/** Of a rate only the few places without a polygon are drawn here. */
function paint(map: Parameters<typeof setData>[0], { scale, shapes, values }: Painting): void {
  const isCount = scale.indicator.kind === 'count';
  for (const [id, shape] of [...shapes].entries()) {
    if (!isCount && shape !== 'a') continue;
    const value = values?.[id];
    const colour = value === undefined ? '' : scale.rowOf(value).colour;
    map.setFeatureState({ source: 'place-points', id }, { radius: scale.radiusOf(value), colour });
  }
}

/** Points of all places that have one; a place without any is drawn nowhere and stands in the table only. */
const toPoints = once(({ pcodes, lngs, lats, shapes }: LevelColumns): FeatureCollection<Point> => {
  return {
    type: 'FeatureCollection',
    features: pcodes.flatMap((_, id) => {
      const shape = shapes[id];
      if (shape === undefined || shape === 'x') return [];
      const coordinates = [lngs[id] ?? 0, lats[id] ?? 0];
      return [{ type: 'Feature' as const, id, properties: { shape }, geometry: { type: 'Point' as const, coordinates } }];
    }),
  };
});
