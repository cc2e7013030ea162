import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useRef } from 'react';
import { usePicture } from '../picture.ts';
import { boundsOf, boundsOfPlaces, showBounds } from './camera.ts';

/**
 * Lets the map follow what is looked at: another edition, a place or province chosen elsewhere than on the map, or a
 * camera that Back brings again. What is in sight already is not moved to. Until anybody moves it, the whole country stays
 * in sight when the map's own size changes.
 */
export function useCameraFollowing(map: MapLibreMap): void {
  const { view, edition, places } = usePicture();
  const seen = useRef({
    edition: edition?.id,
    place: view.camera === undefined ? undefined : view.place,
    province: view.camera === undefined ? undefined : view.province,
  });
  useEffect(() => {
    if (edition === undefined || edition.id === seen.current.edition) return;
    const isFirst = seen.current.edition === undefined;
    seen.current.edition = edition.id;
    if (!isFirst || view.camera === undefined) showBounds(map, boundsOf(edition), { isInstant: isFirst });
  }, [map, edition, view.camera]);
  const isUnmoved = view.camera === undefined && view.place === undefined && view.province === undefined;
  useEffect(() => {
    if (!isUnmoved || edition === undefined) return;
    let size = sizeOf(map);
    const subscription = map.on('resize', () => {
      if (sizeOf(map) !== size) showBounds(map, boundsOf(edition), { isInstant: true });
      size = sizeOf(map);
    });
    return () => subscription.unsubscribe();
  }, [map, edition, isUnmoved]);
  useEffect(() => {
    if (places === undefined || view.place === seen.current.place) return;
    seen.current.place = view.place;
    const bounds = view.place === undefined ? undefined : boundsOfPlaces(places.levels.commune, view.place.slice(0, 6));
    if (bounds !== undefined && !isInSight(map, bounds)) showBounds(map, bounds, { maxZoom: 9 });
  }, [map, places, view.place]);
  useEffect(() => {
    if (places === undefined || view.province === seen.current.province) return;
    seen.current.province = view.province;
    const bounds = view.province === undefined ? boundsOf(edition) : boundsOfPlaces(places.levels.commune, view.province);
    if (bounds !== undefined) showBounds(map, bounds);
  }, [map, places, edition, view.province]);
  useEffect(() => {
    const { camera } = view;
    if (camera === undefined) return;
    const center = map.getCenter();
    const isThere =
      Math.abs(center.lng - camera.lng) + Math.abs(center.lat - camera.lat) < 0.001 && Math.abs(map.getZoom() - camera.zoom) < 0.02;
    if (!isThere && !map.isMoving()) map.jumpTo({ center: [camera.lng, camera.lat], zoom: camera.zoom });
  }, [map, view]);
}

function isInSight(map: MapLibreMap, [west, south, east, north]: readonly number[]): boolean {
  const sight = map.getBounds();
  const [lng, lat] = [((west ?? 0) + (east ?? 0)) / 2, ((south ?? 0) + (north ?? 0)) / 2];
  return sight.contains([lng, lat]) && map.getZoom() >= 6;
}

/** Width and height of the map in pixels: it says that it was resized when it was only looked at, too. */
function sizeOf(map: MapLibreMap): string {
  const { clientWidth, clientHeight } = map.getContainer();
  return `${clientWidth} ${clientHeight}`;
}
