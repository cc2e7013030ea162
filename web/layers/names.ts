import type { PlaceColumns } from '@atlas/server/contracts';
import type { FeatureCollection, Point } from 'geojson';
import type { LayerSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import { useEffect } from 'react';
import { once } from '../cartography/once.ts';
import { usePicture } from '../picture.ts';
import { BOLD, emptySource, type Look, type MapLayer, nameIn, REGULAR } from './layer.ts';
import { setData } from './set-data.ts';

/** Names of provinces, then districts, then communes, as the map comes nearer. */
export const names: MapLayer = {
  id: 'names',
  style: (look) => ({
    sources: { names: emptySource() },
    layers: [
      label('commune-names', look, { level: 'commune', font: REGULAR, size: 11, minzoom: 10 }),
      label('district-names', look, { level: 'district', font: REGULAR, size: 12, minzoom: 8 }),
      label('province-names', look, { level: 'province', font: BOLD, size: 13, minzoom: 0 }),
    ],
  }),
  first: ({ places }) => (places === undefined ? {} : { names: toNames(places) }),
  Draw: ({ map }) => {
    const { places } = usePicture();
    useEffect(() => {
      if (places !== undefined) setData(map, 'names', toNames(places));
    }, [map, places]);
    return null;
  },
};

type Label = { level: string; font: string[]; size: number; minzoom: number };

/** Where a name may stand beside its point, in em, nearest first: it gives way to signs before it is left out. */
const ANCHORS: VariableAnchorOffsetCollection = [
  ...['center', [0, 0], 'top', [0, 0.7], 'bottom', [0, -0.7], 'left', [0.8, 0], 'right', [-0.8, 0]],
  ...['top', [0, 1.6], 'bottom', [0, -1.6], 'top-left', [1, 0.8], 'top-right', [-1, 0.8]],
  ...['bottom-left', [1, -0.8], 'bottom-right', [-1, -0.8], 'left', [2, 0], 'right', [-2, 0], 'top', [0, 2.6], 'bottom', [0, -2.6]],
] as VariableAnchorOffsetCollection;

type VariableAnchorOffsetCollection = NonNullable<NonNullable<SymbolLayerSpecification['layout']>['text-variable-anchor-offset']>;

function label(id: string, { theme, language, textPixels }: Look, { level, font, size, minzoom }: Label): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source: 'names',
    filter: ['==', ['get', 'level'], level],
    minzoom,
    layout: {
      'text-field': nameIn(language),
      'text-font': font,
      'text-size': textPixels(size),
      'text-max-width': 7,
      'text-padding': 2,
      'text-variable-anchor-offset': ANCHORS,
      'text-justify': 'auto',
    },
    paint: { 'text-color': level === 'province' ? theme.label : theme.labelMuted, 'text-halo-color': theme.halo, 'text-halo-width': 1.6 },
  };
}

const toNames = once(({ levels }: PlaceColumns): FeatureCollection<Point> => {
  const features = Object.entries(levels).flatMap(([level, columns]) =>
    columns.pcodes.flatMap((_, index) => {
      if (columns.shapes[index] === 'x') return [];
      const [en, km] = [columns.namesEn[index] ?? '', columns.namesKm[index] ?? ''];
      const coordinates = [columns.lngs[index] ?? 0, columns.lats[index] ?? 0];
      const properties = { level, en, ...(km === '' ? {} : { km }) };
      return [{ type: 'Feature' as const, properties, geometry: { type: 'Point' as const, coordinates } }];
    }),
  );
  return { type: 'FeatureCollection', features };
});
