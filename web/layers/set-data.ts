import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';

/** What the sources of a map hold. */
const held = new WeakMap<MapLibreMap, Map<string, FeatureCollection>>();

/** Remembers what the sources of a map were opened with. */
export function openedWith(map: MapLibreMap, data: Readonly<Record<string, FeatureCollection>>): void {
  held.set(map, new Map(Object.entries(data)));
}

/** Fills a GeoJSON source of the map, unless it holds this very object. Throws when the style has no such source. */
export function setData(map: MapLibreMap, source: string, data: FeatureCollection): void {
  const holding = held.get(map) ?? new Map<string, FeatureCollection>();
  if (holding.get(source) === data) return;
  held.set(map, holding.set(source, data));
  const found = map.getSource<GeoJSONSource>(source);
  if (found === undefined) throw new Error(`the map has no source ${source}`);
  found.setData(data);
}

export const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Shows or hides style layers. */
export function setVisible(map: MapLibreMap, layers: readonly string[], isVisible: boolean): void {
  for (const layer of layers) map.setLayoutProperty(layer, 'visibility', isVisible ? 'visible' : 'none');
}
