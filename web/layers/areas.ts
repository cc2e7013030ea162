import { ADMIN_LEVELS, type AdminLevel } from '@atlas/server/contracts';
import type { FilterSpecification, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl';
import { useEffect } from 'react';
import { useTopology } from '../api.ts';
import { rowsOfPlaces } from '../cartography/rows.ts';
import type { ScaleRow } from '../cartography/scale.ts';
import { BORDER_LINES, type BorderKind, toAreas, toBorders, toLakes } from '../cartography/topology.ts';
import { usePicture } from '../picture.ts';
import { AREA_BUFFER, emptySource, LINE_BUFFER, type Look, type MapLayer } from './layer.ts';
import { setData, setVisible } from './set-data.ts';

export const AREA_FILLS: readonly string[] = ADMIN_LEVELS.map((level) => `areas-${level}`);
const PATTERNS = [
  { image: 'hatch', row: 'not-assessed' },
  { image: 'cross', row: 'no-denominator' },
  { image: 'dots', row: 'withheld' },
] as const;
const IS_PLACE: FilterSpecification = ['!', ['has', 'area']];

/** The choropleth: areas coloured by class, or by the pattern of their state. A year or indicator changes feature-state only. */
export const areas: MapLayer = {
  id: 'areas',
  style: (look) => ({
    sources: Object.fromEntries(AREA_FILLS.map((source) => [source, emptySource({ buffer: AREA_BUFFER })])),
    layers: ADMIN_LEVELS.flatMap((level) => levelLayers(level, look)),
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
      if (scale !== undefined) paint(map, view.level, rowsOfPlaces({ scale, count, values, isWanted, isFailed }));
    }, [map, view.level, scale, count, values, isWanted, isFailed]);
    return null;
  },
};

/** What nearly every first map shows is visible from the start: making it so later would load its areas twice. */
function levelLayers(level: AdminLevel, { theme }: Look): LayerSpecification[] {
  const source = `areas-${level}`;
  const isFirst = level === 'commune';
  const visibility = isFirst ? 'visible' : 'none';
  return [
    {
      id: source,
      type: 'fill',
      source,
      filter: IS_PLACE,
      layout: { visibility },
      paint: { 'fill-color': ['to-color', ['feature-state', 'colour'], theme.land], 'fill-antialias': false },
    },
    ...PATTERNS.map(
      ({ image, row }): LayerSpecification => ({
        id: `${source}-${image}`,
        type: 'fill',
        source,
        filter: IS_PLACE,
        layout: { visibility: isFirst && image !== 'dots' ? 'visible' : 'none' },
        paint: { 'fill-pattern': image, 'fill-antialias': false, 'fill-opacity': ['case', ['==', ['feature-state', 'row'], row], 1, 0] },
      }),
    ),
    {
      id: `${source}-without-place`,
      type: 'fill',
      source,
      filter: ['has', 'area'],
      layout: { visibility },
      paint: { 'fill-color': ['match', ['get', 'area'], 'lake', theme.lake, theme.land], 'fill-antialias': false },
    },
  ];
}

function showLevel(map: MapLibreMap, shown: AdminLevel): void {
  for (const level of ADMIN_LEVELS) {
    const layers = [`areas-${level}`, `areas-${level}-hatch`, `areas-${level}-cross`, `areas-${level}-without-place`];
    setVisible(map, layers, level === shown);
  }
}

/** Writes the colour and row of each place over the former ones; states are never removed. */
function paint(map: MapLibreMap, level: AdminLevel, rows: readonly (ScaleRow | undefined)[]): void {
  const source = `areas-${level}`;
  for (const [id, row] of rows.entries()) map.setFeatureState({ source, id }, { colour: row?.colour ?? '', row: row?.row ?? '' });
  const isWithheld = rows.some((row) => row?.row === 'withheld');
  for (const other of ADMIN_LEVELS) setVisible(map, [`areas-${other}-dots`], other === level && isWithheld);
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
