import type { Feature, FeatureCollection } from 'geojson';
import { useEffect } from 'react';
import { useGaps, useTopology } from '../api.ts';
import { toAreas } from '../cartography/topology.ts';
import { type Picture, usePicture } from '../picture.ts';
import { BOLD, countIn, emptySource, type MapLayer } from './layer.ts';
import { NOTHING, setData } from './set-data.ts';

/** What gaps are asked for the picture; undefined unless the list is open. */
export function gapsWanted({ view, edition, indicators, period, on }: Picture): Parameters<typeof useGaps>[0] {
  if (view.panel !== 'gaps' || edition === undefined || indicators === undefined) return undefined;
  return { edition: edition.id, period, on, reachMeters: view.reachKm * 1000, province: view.province };
}

/** Communes of the gap list while it is open, outlined in ink; also gives their ranks to the layer above. */
export const gaps: MapLayer = {
  id: 'gaps',
  style: ({ theme, lineScale }) => ({
    sources: { gaps: emptySource() },
    layers: [
      { id: 'gap-casing', type: 'line', source: 'gaps', paint: { 'line-color': theme.casing, 'line-width': 4 * lineScale } },
      { id: 'gap-outline', type: 'line', source: 'gaps', paint: { 'line-color': theme.selection, 'line-width': 1.6 * lineScale } },
    ],
  }),
  Draw: ({ map, detail }) => {
    const picture = usePicture();
    const wanted = gapsWanted(picture);
    const communes = picture.places?.levels.commune;
    const { data } = useGaps(wanted);
    const { data: topology } = useTopology(wanted === undefined ? undefined : picture.edition, 'commune', detail);
    const isOpen = wanted !== undefined;
    useEffect(() => {
      const list = isOpen && data !== undefined && communes !== undefined ? data.gaps : [];
      const ranks = new Map(list.map(({ pcode, rank }) => [communes?.pcodes.indexOf(pcode) ?? -1, rank]));
      const areas = topology === undefined || list.length === 0 ? NOTHING : toAreas(topology, 'commune');
      const outlined = areas.features.filter(({ id }) => ranks.has(Number(id)));
      setData(map, 'gaps', { type: 'FeatureCollection', features: outlined } as FeatureCollection);
      const points = [...ranks].map(([id, rank]): Feature => {
        const coordinates = [communes?.lngs[id] ?? 0, communes?.lats[id] ?? 0];
        return { type: 'Feature', properties: { rank }, geometry: { type: 'Point', coordinates } };
      });
      setData(map, 'gap-ranks', { type: 'FeatureCollection', features: points });
    }, [map, isOpen, data, communes, topology]);
    return null;
  },
};

/** Ranks of the gap list, above all signs: while the list is open they are what is looked for. */
export const gapRanks: MapLayer = {
  id: 'gap-ranks',
  style: ({ theme, textPixels, language }) => ({
    sources: { 'gap-ranks': emptySource() },
    layers: [
      {
        id: 'gap-ranks',
        type: 'symbol',
        source: 'gap-ranks',
        layout: {
          'text-field': countIn(language, ['get', 'rank']),
          'text-font': BOLD,
          'text-size': textPixels(12),
          'symbol-sort-key': ['get', 'rank'],
          'text-padding': 1,
          'text-allow-overlap': true,
        },
        paint: { 'text-color': theme.halo, 'text-halo-color': theme.selection, 'text-halo-width': 3 },
      },
    ],
  }),
};
