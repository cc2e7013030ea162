import type { FeatureCollection } from 'geojson';
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';

/** Fills a GeoJSON source of the map. Throws when the style has no such source. */
export function setData(map: MapLibreMap, source: string, data: FeatureCollection): void {
  const found = map.getSource<GeoJSONSource>(source);
  if (found === undefined) throw new Error(`the map has no source ${source}`);
  found.setData(data);
}

export const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };

/** Shows or hides style layers. */
export function setVisible(map: MapLibreMap, layers: readonly string[], isVisible: boolean): void {
  for (const layer of layers) map.setLayoutProperty(layer, 'visibility', isVisible ? 'visible' : 'none');
}
