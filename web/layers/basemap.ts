import type { FeatureCollection, GeoJsonProperties } from 'geojson';
import { useEffect } from 'react';
import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { type Basemap, useBasemap } from '../api.ts';
import { once } from '../cartography/once.ts';
import { AREA_BUFFER, BOLD, emptySource, LINE_BUFFER, type MapLayer, nameIn, REGULAR } from './layer.ts';
import { setData } from './set-data.ts';

/** Sea, neighbours' land, borders, lakes and rivers, from files that come with the program. */
export const basemap: MapLayer = {
  id: 'basemap',
  style: ({ theme, lineScale }) => ({
    sources: {
      land: emptySource({ buffer: AREA_BUFFER }),
      borders: emptySource({ buffer: LINE_BUFFER }),
      lakes: emptySource({ buffer: AREA_BUFFER }),
      rivers: emptySource({ buffer: LINE_BUFFER }),
    },
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
  first: ({ basemap: data }) => (data === undefined ? {} : toSurroundings(data)),
  Draw: ({ map }) => {
    const { data } = useBasemap();
    useEffect(() => {
      for (const [name, shapes] of Object.entries(data === undefined ? {} : toSurroundings(data))) setData(map, name, shapes);
    }, [map, data]);
    return null;
  },
};

/** Shapes by source. */
const toSurroundings = once(({ topology }: Basemap): Readonly<Record<string, FeatureCollection>> => {
  const names = ['land', 'borders', 'lakes', 'rivers'].filter((name) => topology.objects[name] !== undefined);
  return Object.fromEntries(
    names.map((name) => [name, feature<GeoJsonProperties>(topology, topology.objects[name] as GeometryCollection<GeoJsonProperties>)]),
  );
});

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
  first: ({ basemap: data }) => (data === undefined ? {} : { 'basemap-names': toNames(data.labels) }),
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

const toNames = once(({ countries, waters, towns }: Basemap['labels']): FeatureCollection => {
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
});
