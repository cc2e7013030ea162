import type { Workshop, WorkshopList, WorkshopType } from '@atlas/server/contracts';
import type { FeatureCollection, Point } from 'geojson';
import { useEffect } from 'react';
import { useWorkshops } from '../api.ts';
import { toWorkshopSigns } from '../cartography/workshops.ts';
import { type Picture, usePicture } from '../picture.ts';
import { BOLD, countIn, emptySource, type MapLayer } from './layer.ts';
import { setData } from './set-data.ts';

/** What workshops are asked for the picture: those of its year; undefined while the layer is off. */
export function workshopsWanted({ view, edition, indicators, period }: Picture): Parameters<typeof useWorkshops>[0] {
  if (!view.layers.includes('workshops') || edition === undefined || indicators === undefined) return undefined;
  return { edition: edition.id, from: `${period}-01-01`, to: `${period}-12-31` };
}

/** Workshops of the year by type, one sign a commune; close ones are gathered until the map comes nearer. */
export const workshops: MapLayer = {
  id: 'workshops',
  style: ({ theme, textPixels, lineScale, language }) => ({
    sources: {
      workshops: {
        ...emptySource({ cluster: true, clusterRadius: 42, clusterMaxZoom: 9 }),
        clusterProperties: { events: ['+', ['get', 'events']] },
      } as ReturnType<typeof emptySource>,
    },
    layers: [
      {
        id: 'workshop-clusters',
        type: 'circle',
        source: 'workshops',
        filter: ['has', 'point_count'],
        paint: {
          'circle-color': theme.workshop,
          'circle-stroke-color': theme.workshopEdge,
          'circle-stroke-width': 1.3 * lineScale,
          'circle-radius': ['*', lineScale, ['interpolate', ['linear'], ['get', 'events'], 2, 7.5, 80, 13]],
        },
      },
      {
        id: 'workshop-counts',
        type: 'symbol',
        source: 'workshops',
        filter: ['has', 'point_count'],
        layout: {
          'text-field': countIn(language, ['get', 'events']),
          'text-font': BOLD,
          'text-size': textPixels(10.5),
          'text-allow-overlap': true,
          'text-padding': 3,
        },
        paint: { 'text-color': theme.label },
      },
      {
        id: 'workshop-signs',
        type: 'symbol',
        source: 'workshops',
        filter: ['!', ['has', 'point_count']],
        layout: {
          'icon-image': ['concat', 'workshop-', ['get', 'sign']],
          'icon-size': lineScale,
          'icon-allow-overlap': true,
          'text-field': ['case', ['>', ['get', 'events'], 1], countIn(language, ['get', 'events']), ''],
          'text-font': BOLD,
          'text-size': textPixels(10),
          'text-offset': [0.95, -0.7],
          'text-optional': true,
        },
        paint: { 'text-color': theme.label, 'text-halo-color': theme.halo, 'text-halo-width': 1.4 },
      },
    ],
  }),
  Draw: ({ map }) => {
    const picture = usePicture();
    const { data } = useWorkshops(workshopsWanted(picture));
    const isOn = picture.view.layers.includes('workshops');
    const types = picture.view.workshopTypes;
    useEffect(() => {
      setData(map, 'workshops', toSigns(isOn ? data : undefined, types));
    }, [map, data, isOn, types]);
    return null;
  },
};

function toSigns(list: WorkshopList | undefined, types: readonly WorkshopType[]): FeatureCollection<Point> {
  const features = toWorkshopSigns(list, types).map(({ lng, lat, ...properties }) => ({
    type: 'Feature' as const,
    properties,
    geometry: { type: 'Point' as const, coordinates: [lng, lat] },
  }));
  return { type: 'FeatureCollection', features };
}

/** Workshops of one commune, newest first, of the types that are shown. */
export function workshopsAt(list: WorkshopList | undefined, pcode: string, types: readonly WorkshopType[]): Workshop[] {
  const found = (list?.workshops ?? []).filter((workshop) => workshop.pcode === pcode && types.includes(workshop.type));
  return found.toSorted((a, b) => (a.startsOn < b.startsOn ? 1 : -1));
}
