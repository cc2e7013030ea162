import type { Crossing } from '@atlas/server/contracts';
import type { FeatureCollection, Point } from 'geojson';
import { useEffect } from 'react';
import { useCrossings } from '../api.ts';
import { usePicture } from '../picture.ts';
import { BOLD, emptySource, type MapLayer, nameIn } from './layer.ts';
import { setData } from './set-data.ts';

/** Border crossings: filled when a source says open, half-filled when limited, barred and grey when closed, hollow when nobody says. */
export const crossings: MapLayer = {
  id: 'crossings',
  style: ({ theme, language, textPixels, lineScale }) => ({
    sources: { crossings: emptySource() },
    layers: [
      {
        id: 'crossing-chosen',
        type: 'circle',
        source: 'crossings',
        filter: ['==', ['get', 'isChosen'], true],
        paint: {
          'circle-radius': 11 * lineScale,
          'circle-color': 'rgba(255,255,255,0)',
          'circle-stroke-color': theme.selection,
          'circle-stroke-width': 2.2,
        },
      },
      {
        id: 'crossing-signs',
        type: 'symbol',
        source: 'crossings',
        layout: {
          'icon-image': ['concat', 'crossing-', ['get', 'sign']],
          'icon-size': lineScale,
          'icon-allow-overlap': true,
          'icon-ignore-placement': true,
        },
      },
      {
        id: 'crossing-names',
        type: 'symbol',
        source: 'crossings',
        filter: [
          'any',
          ['==', ['get', 'isChosen'], true],
          ['>=', ['zoom'], ['case', ['==', ['get', 'category'], 'international'], 7.6, 9]],
        ],
        layout: {
          'text-field': nameIn(language),
          'text-font': BOLD,
          'text-size': textPixels(12),
          'text-variable-anchor': ['bottom', 'top', 'left', 'right'],
          'text-radial-offset': 0.9,
          'text-justify': 'auto',
        },
        paint: { 'text-color': theme.label, 'text-halo-color': theme.halo, 'text-halo-width': 1.6 },
      },
    ],
  }),
  Draw: ({ map }) => {
    const { view, on, indicators } = usePicture();
    const isOn = view.layers.includes('routes');
    const { data } = useCrossings(isOn && indicators !== undefined ? on : undefined);
    useEffect(() => {
      setData(map, 'crossings', toSigns(isOn ? (data?.crossings ?? []) : [], view.crossing));
    }, [map, data, isOn, view.crossing]);
    return null;
  },
};

function toSigns(list: readonly Crossing[], chosen: string | undefined): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: list.map(({ id, nameEn, nameKm, country, status, category, lng, lat }) => ({
      type: 'Feature',
      properties: {
        crossing: id,
        en: nameEn,
        ...(nameKm === '' ? {} : { km: nameKm }),
        sign: `${country}-${status}`,
        category,
        isChosen: id === chosen,
      },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    })),
  };
}
