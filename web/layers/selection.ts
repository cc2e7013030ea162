import type { Feature } from 'geojson';
import { useEffect } from 'react';
import { useTopology } from '../api.ts';
import { toAreas } from '../cartography/topology.ts';
import { usePicture } from '../picture.ts';
import { emptySource, type MapLayer } from './layer.ts';
import { NOTHING, setData } from './set-data.ts';

/** The place looked at, outlined in ink on paper; a place without a polygon gets a ring. */
export const selection: MapLayer = {
  id: 'selection',
  style: ({ theme, lineScale }) => ({
    sources: { selection: emptySource() },
    layers: [
      { id: 'selection-casing', type: 'line', source: 'selection', paint: { 'line-color': theme.casing, 'line-width': 5.5 * lineScale } },
      { id: 'selection-line', type: 'line', source: 'selection', paint: { 'line-color': theme.selection, 'line-width': 2.5 * lineScale } },
      {
        id: 'selection-ring',
        type: 'circle',
        source: 'selection',
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 9 * lineScale,
          'circle-color': 'rgba(255,255,255,0)',
          'circle-stroke-color': theme.selection,
          'circle-stroke-width': 2.5,
        },
      },
    ],
  }),
  Draw: ({ map, detail }) => {
    const { view, edition, places } = usePicture();
    const level = levelOfPlace(view.place);
    const { data } = useTopology(level === undefined ? undefined : edition, level ?? 'commune', detail);
    useEffect(() => {
      const columns = level === undefined ? undefined : places?.levels[level];
      const id = view.place === undefined ? -1 : (columns?.pcodes.indexOf(view.place) ?? -1);
      if (id < 0 || level === undefined || data === undefined || columns === undefined) return setData(map, 'selection', NOTHING);
      const area = toAreas(data, level).features.find((candidate) => candidate.id === id);
      const coordinates = [columns.lngs[id] ?? 0, columns.lats[id] ?? 0];
      const point: Feature = { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates } };
      setData(map, 'selection', { type: 'FeatureCollection', features: [area ?? point] });
    }, [map, data, level, places, view.place]);
    return null;
  },
};

/** Level whose map holds a place; a village is shown by its commune, so it has none of its own. */
function levelOfPlace(pcode: string | undefined): 'province' | 'district' | 'commune' | undefined {
  if (pcode === undefined) return undefined;
  return ({ 2: 'province', 4: 'district', 6: 'commune' } as const)[pcode.length];
}
