import type { FeatureCollection } from 'geojson';
import { useEffect } from 'react';
import { feature } from 'topojson-client';
import { type Basemap, useBasemap } from '../api.ts';
import { BOLD, emptySource, type MapLayer, nameIn, REGULAR } from './layer.ts';
import { setData } from './set-data.ts';

/** Sea, neighbours' land, borders, lakes and rivers, from files that come with the program. */
export const basemap: MapLayer = {
  id: 'basemap',
  style: ({ theme, lineScale }) => ({
    sources: { land: emptySource(), borders: emptySource(), lakes: emptySource(), rivers: emptySource() },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': theme.sea } },
      { id: 'neighbours', type: 'fill', source: 'land', paint: { 'fill-color': theme.neighbour, 'fill-antialias': false } },
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': theme.neighbourLine, 'line-width': 0.5 * lineScale } },
      {
        id: 'neighbour-borders',
        type: 'line',
        source: 'borders',
        paint: { 'line-color': theme.neighbourLine, 'line-width': 1.2 * lineScale },
      },
      { id: 'basemap-lakes', type: 'fill', source: 'lakes', paint: { 'fill-color': theme.lake, 'fill-antialias': false } },
      { id: 'neighbour-rivers', type: 'line', source: 'rivers', paint: { 'line-color': theme.river, 'line-width': 0.8 * lineScale } },
    ],
  }),
  Draw: ({ map }) => {
    const { data } = useBasemap();
    useEffect(() => {
      if (data === undefined) return;
      for (const name of ['land', 'borders', 'lakes', 'rivers'] as const) {
        const object = data.topology.objects[name];
        if (object !== undefined) setData(map, name, feature(data.topology, object) as FeatureCollection);
      }
    }, [map, data]);
    return null;
  },
};

/** Names of countries, waters and towns, from the largest to the smallest. */
export const basemapNames: MapLayer = {
  id: 'basemap-names',
  style: ({ theme, language, textPixels, lineScale }) => ({
    sources: { 'basemap-names': emptySource() },
    layers: [
      {
        id: 'town-names',
        type: 'symbol',
        source: 'basemap-names',
        filter: ['all', ['==', ['get', 'kind'], 'town'], ['>=', ['zoom'], ['get', 'fromZoom']]],
        layout: {
          'text-field': nameIn(language),
          'text-font': REGULAR,
          'text-size': textPixels(11.5),
          'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
          'text-radial-offset': 0.45,
          'text-justify': 'auto',
          'symbol-sort-key': ['get', 'rank'],
          'icon-image': 'town',
          'icon-size': lineScale,
          'icon-optional': false,
          'text-optional': true,
        },
        paint: { 'text-color': theme.label, 'text-halo-color': theme.halo, 'text-halo-width': 1.4 },
      },
      {
        id: 'water-names',
        type: 'symbol',
        source: 'basemap-names',
        filter: ['==', ['get', 'kind'], 'water'],
        layout: { 'text-field': nameIn(language), 'text-font': REGULAR, 'text-size': textPixels(12), 'text-max-width': 8 },
        paint: { 'text-color': theme.waterName, 'text-halo-color': theme.sea, 'text-halo-width': 1 },
      },
      {
        id: 'country-names',
        type: 'symbol',
        source: 'basemap-names',
        filter: ['==', ['get', 'kind'], 'country'],
        layout: { 'text-field': nameIn(language), 'text-font': BOLD, 'text-size': textPixels(14), 'text-max-width': 8 },
        paint: { 'text-color': theme.labelMuted, 'text-halo-color': theme.neighbour, 'text-halo-width': 1.5 },
      },
    ],
  }),
  Draw: ({ map }) => {
    const { data } = useBasemap();
    useEffect(() => {
      if (data !== undefined) setData(map, 'basemap-names', toNames(data.labels));
    }, [map, data]);
    return null;
  },
};

/** Zoom from which towns of a rank are named, so that provinces keep the room they need before. */
const FROM_ZOOM = [0, 6.6, 7.2, 8, 9];

function toNames({ countries, waters, towns }: Basemap['labels']): FeatureCollection {
  const point = (lng: number, lat: number, properties: Record<string, unknown>) => ({
    type: 'Feature' as const,
    properties,
    geometry: { type: 'Point' as const, coordinates: [lng, lat] },
  });
  return {
    type: 'FeatureCollection',
    features: [
      ...countries.map(({ lng, lat, en, km }) => point(lng, lat, { kind: 'country', en, km })),
      ...waters.map(({ lng, lat, en, km }) => point(lng, lat, { kind: 'water', en, km })),
      ...towns.map(({ lng, lat, en, km, local, rank }) => {
        const withLocal = (name: string) => (local === undefined || local === name ? name : `${name}\n${local}`);
        return point(lng, lat, { kind: 'town', en: withLocal(en), km: withLocal(km), rank, fromZoom: FROM_ZOOM[rank] ?? 9 });
      }),
    ],
  };
}
