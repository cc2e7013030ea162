import { COVERAGE_LETTERS } from '@atlas/server/contracts';
import type { LayerSpecification } from 'maplibre-gl';
import { useEffect } from 'react';
import { useCoverage, useTopology } from '../api.ts';
import { isInReach, letterAt } from '../cartography/coverage.ts';
import { toAreas, toRim } from '../cartography/topology.ts';
import { type Picture, usePicture } from '../picture.ts';
import { emptySource, type MapLayer } from './layer.ts';
import { NOTHING, setData } from './set-data.ts';

/** What coverage is asked for the picture; undefined while the layer is off or the edition is not there yet. */
export function coverageWanted({ view, edition, indicators, period, on }: Picture): Parameters<typeof useCoverage>[0] {
  if (!view.layers.includes('coverage') || edition === undefined || indicators === undefined) return undefined;
  return { edition: edition.id, on, period, organisation: view.organisation, reachMeters: view.reachKm * 1000 };
}

/**
 * Child Protection Networks over whatever the areas show: an outline inside each commune that has one, solid while it
 * is active, dashed when dormant, and a fine line around all communes in reach of an active one.
 */
export const coverage: MapLayer = {
  id: 'coverage',
  style: ({ theme, lineScale }) => ({
    sources: { networks: emptySource(), reach: emptySource() },
    layers: [
      {
        id: 'reach-casing',
        type: 'line',
        source: 'reach',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': theme.casing, 'line-width': 3.4 * lineScale, 'line-opacity': 0.8 },
      },
      {
        id: 'reach',
        type: 'line',
        source: 'reach',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': theme.networkActive, 'line-width': 1.4 * lineScale, 'line-dasharray': [0.2, 2.2] },
      },
      outline('network-casing', { colour: theme.casing, width: 4 * lineScale }),
      {
        ...outline('network-dormant', { colour: theme.networkDormant, width: 1.6 * lineScale, dash: [2, 1.4] }),
        filter: ['==', ['get', 'status'], 'd'],
      },
      { ...outline('network-active', { colour: theme.networkActive, width: 1.9 * lineScale }), filter: ['==', ['get', 'status'], 'a'] },
    ] as LayerSpecification[],
  }),
  Draw: ({ map, detail }) => {
    const picture = usePicture();
    const wanted = coverageWanted(picture);
    const { data: topology } = useTopology(wanted === undefined ? undefined : picture.edition, 'commune', detail);
    const { data } = useCoverage(wanted);
    const isWanted = wanted !== undefined;
    useEffect(() => {
      if (!isWanted || topology === undefined || data === undefined) {
        setData(map, 'networks', NOTHING);
        setData(map, 'reach', NOTHING);
        return;
      }
      const covered = toAreas(topology, 'commune').features.filter(
        ({ id }) => id !== undefined && letterAt(data, id) !== COVERAGE_LETTERS.none,
      );
      const outlined = covered.map((area) => ({ ...area, properties: { status: letterAt(data, area.id) } }));
      setData(map, 'networks', { type: 'FeatureCollection', features: outlined });
      setData(map, 'reach', { type: 'FeatureCollection', features: [toRim(topology, 'commune', (id) => isInReach(data, id))] });
    }, [map, topology, data, isWanted]);
    return null;
  },
};

/** A line along the inner side of a polygon's border, so that neighbours' outlines lie beside each other. */
function outline(id: string, { colour, width, dash }: { colour: string; width: number; dash?: number[] }): LayerSpecification {
  return {
    id,
    type: 'line',
    source: 'networks',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': ['interpolate', ['linear'], ['zoom'], 6, width * 0.8, 9, width * 1.3],
      'line-offset': ['interpolate', ['linear'], ['zoom'], 6, 1, 9, 2],
      ...(dash === undefined ? {} : { 'line-dasharray': dash }),
    },
  };
}
