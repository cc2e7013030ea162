import type { PlaceColumns } from '@atlas/server/contracts';
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { AREA_FILLS } from '../layers/area-style.ts';
import type { RouteHover } from '../layers/layer.ts';

/** What lies under the pointer, nearest thing first; `x` and `y` are pixels on the map. */
export type Target = { x: number; y: number } & (
  | { kind: 'place'; pcode: string; id: number }
  | { kind: 'crossing'; crossing: string }
  | { kind: 'workshops'; pcode: string }
  | { kind: 'cluster'; events: number; lng: number; lat: number; cluster: number }
  | { kind: 'route'; leg: RouteHover['leg'] }
);

const SIGNS = ['crossing-signs', 'workshop-signs', 'workshop-clusters'];
/** Fingers and unsteady hands meet a sign within so many pixels. */
const REACH_PIXELS = 5;

/** Finds what is at a point of the map, without asking the server. */
export function targetAt(
  map: MapLibreMap,
  { point, lngLat }: Pick<MapMouseEvent, 'point' | 'lngLat'>,
  places: PlaceColumns | undefined,
): Target | undefined {
  const { x, y } = point;
  const around: [[number, number], [number, number]] = [
    [x - REACH_PIXELS, y - REACH_PIXELS],
    [x + REACH_PIXELS, y + REACH_PIXELS],
  ];
  const [sign] = map.queryRenderedFeatures(around, { layers: SIGNS });
  if (sign !== undefined) {
    const { crossing, pcode, events, cluster_id: cluster } = sign.properties as Record<string, unknown>;
    if (typeof crossing === 'string') return { kind: 'crossing', crossing, x, y };
    if (typeof pcode === 'string') return { kind: 'workshops', pcode, x, y };
    if (typeof cluster === 'number') return { kind: 'cluster', events: Number(events), cluster, ...lngLat, x, y };
  }
  const place = placeAt(map, [x, y], places);
  return place === undefined ? undefined : { kind: 'place', ...place, x, y };
}

function placeAt(
  map: MapLibreMap,
  point: [x: number, y: number],
  places: PlaceColumns | undefined,
): { pcode: string; id: number } | undefined {
  const [area] = map.queryRenderedFeatures(point, { layers: ['places-without-polygon', ...AREA_FILLS] });
  const level = levelOfLayer(map, area?.layer.id);
  const id = Number(area?.id);
  const pcode = level === undefined || area === undefined ? undefined : places?.levels[level].pcodes[id];
  return pcode === undefined ? undefined : { pcode, id };
}

/** Code of the place in the middle of the map. */
export function middleOf(map: MapLibreMap, places: PlaceColumns | undefined): string | undefined {
  const { clientWidth, clientHeight } = map.getContainer();
  const target = placeAt(map, [clientWidth / 2, clientHeight / 2], places);
  return target?.pcode;
}

function levelOfLayer(map: MapLibreMap, layer: string | undefined): 'province' | 'district' | 'commune' | undefined {
  const name = layer === 'places-without-polygon' ? AREA_FILLS.find((fill) => map.getLayoutProperty(fill, 'visibility') !== 'none') : layer;
  return (['province', 'district', 'commune'] as const).find((level) => name === `areas-${level}`);
}
