import { ADMIN_LEVELS, type AdminLevel } from '@atlas/server/contracts';
import type { LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import { useTopology } from '../api.ts';
import { type Looked, rowsOfPlaces } from '../cartography/rows.ts';
import type { Scale } from '../cartography/scale.ts';
import { BORDER_LINES, type BorderKind, toAreas, toBorders, toLakes } from '../cartography/topology.ts';
import { usePicture } from '../picture.ts';
import { AREA_FILLS, RARE_PATTERNS, shownWith, toAreaLayers, toFills, writeFills } from './area-style.ts';
import { AREA_BUFFER, emptySource, LINE_BUFFER, type Look, type MapLayer } from './layer.ts';
import { setData, setVisible } from './set-data.ts';

/** The choropleth: areas coloured by class, or by the pattern of their state. A year or indicator changes feature-state only. */
export const areas: MapLayer = {
  id: 'areas',
  style: ({ theme }) => ({
    sources: Object.fromEntries(AREA_FILLS.map((source) => [source, emptySource({ buffer: AREA_BUFFER })])),
    // What nearly every first map shows is visible from the start: making it so later would load its areas twice.
    layers: ADMIN_LEVELS.flatMap((level) => toAreaLayers(level, { theme, isVisible: level === 'commune' })),
  }),
  first: ({ topology, level }) => (topology === undefined ? {} : { [`areas-${level}`]: toAreas(topology, level) }),
  Draw: ({ map, detail }) => {
    const { view, edition, shown, scale, level, failure } = usePicture();
    const { data } = useTopology(edition, view.level, detail);
    useEffect(() => {
      if (data !== undefined) setData(map, `areas-${view.level}`, toAreas(data, view.level));
    }, [map, data, view.level]);
    useEffect(() => showLevel(map, view.level), [map, view.level]);
    const isWanted = view.layers.includes('indicator');
    const isFailed = failure !== undefined && shown === undefined;
    const count = level?.pcodes.length ?? 0;
    const values = shown?.values;
    useEffect(() => {
      if (scale !== undefined) paint(map, view.level, { scale, count, values, isWanted, isFailed });
    }, [map, view.level, scale, count, values, isWanted, isFailed]);
    return null;
  },
};

function showLevel(map: MapLibreMap, shown: AdminLevel): void {
  for (const level of ADMIN_LEVELS) setVisible(map, shownWith(level), level === shown);
}

/** What each level of a map was last written to look like. */
const written = new WeakMap<MapLibreMap, Map<string, readonly number[]>>();

/** Colours the places of a level, and shows the layers of the patterns that occur. */
function paint(map: MapLibreMap, shown: AdminLevel, looked: Looked & { scale: Scale }): void {
  const rows = rowsOfPlaces(looked);
  const fills = rows.map(toFills(looked.scale.theme));
  const ofMap = written.get(map) ?? new Map<string, readonly number[]>();
  written.set(map, ofMap);
  writeFills(map, { source: `areas-${shown}`, before: ofMap.get(shown) ?? [], fills });
  ofMap.set(shown, fills);
  for (const pattern of RARE_PATTERNS) {
    const isThere = rows.some((row) => row?.pattern === pattern);
    for (const level of ADMIN_LEVELS) if (level !== shown || isThere) setVisible(map, [`areas-${level}-${pattern}`], level === shown);
  }
}

/** Borders over the areas: faint between districts, clearer between provinces, clearest around the country; and the lake. */
export const borders: MapLayer = {
  id: 'borders',
  style: (look) => ({
    sources: { lines: emptySource({ buffer: LINE_BUFFER }), water: emptySource({ buffer: AREA_BUFFER }) },
    layers: [
      ...lines(['inner', 'district'], look),
      { id: 'lake', type: 'fill', source: 'water', paint: { 'fill-color': look.theme.lake, 'fill-antialias': false } },
      {
        id: 'rivers',
        type: 'line',
        source: 'rivers',
        paint: { 'line-color': look.theme.river, 'line-width': 0.9 * look.lineScale },
      },
      ...lines(['province', 'outline'], look),
    ],
  }),
  first: ({ topology, level, places }) =>
    topology === undefined || places === undefined
      ? {}
      : { lines: toBorders(topology, level, places.levels[level].pcodes), water: toLakes(topology, level) },
  Draw: ({ map, detail }) => {
    const { view, edition, level } = usePicture();
    const { data } = useTopology(edition, view.level, detail);
    useEffect(() => {
      if (data === undefined || level === undefined) return;
      setData(map, 'lines', toBorders(data, view.level, level.pcodes));
      setData(map, 'water', toLakes(data, view.level));
    }, [map, data, level, view.level]);
    return null;
  },
};

function lines(kinds: readonly BorderKind[], { theme, lineScale }: Look): LayerSpecification[] {
  return BORDER_LINES.filter(({ kind }) => kinds.includes(kind)).map(({ kind, colour, width }) => ({
    id: `line-${kind}`,
    type: 'line',
    source: 'lines',
    filter: ['==', ['get', 'kind'], kind],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': theme[colour],
      'line-width': ['interpolate', ['linear'], ['zoom'], 6, width * lineScale, 10, 2 * width * lineScale],
    },
  }));
}
