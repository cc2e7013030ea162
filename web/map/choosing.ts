import type { GeoJSONSource, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl';
import { useEffect } from 'react';
import { usePicture } from '../picture.ts';
import { middleOf, targetAt } from './pointer.ts';

/** Lets a click, a tap or Enter choose: a place opens its profile, a crossing its corridors, a cluster comes nearer. */
export function useChoosing(map: MapLibreMap): void {
  const { places, change, view } = usePicture();
  const { crossing } = view;
  useEffect(() => {
    const onClick = (event: MapMouseEvent) => {
      const target = targetAt(map, event, places);
      if (target === undefined) return;
      if (target.kind === 'crossing')
        change({ crossing: target.crossing === crossing ? undefined : target.crossing, place: undefined, panel: 'place' });
      else if (target.kind === 'cluster') void comeNearer(map, target);
      else if (target.kind !== 'route') change({ place: target.pcode, panel: 'place', crossing: undefined });
    };
    const onKey = (event: KeyboardEvent) => {
      const pcode = event.key === 'Enter' ? middleOf(map, places) : undefined;
      if (pcode !== undefined) change({ place: pcode, panel: 'place', crossing: undefined });
    };
    const subscription = map.on('click', onClick);
    const canvas = map.getCanvas();
    canvas.addEventListener('keydown', onKey);
    return () => {
      subscription.unsubscribe();
      canvas.removeEventListener('keydown', onKey);
    };
  }, [map, places, change, crossing]);
}

async function comeNearer(map: MapLibreMap, { cluster, lng, lat }: { cluster: number; lng: number; lat: number }): Promise<void> {
  const zoom = await map.getSource<GeoJSONSource>('workshops')?.getClusterExpansionZoom(cluster);
  map.easeTo({ center: [lng, lat], zoom: Math.max(zoom ?? 0, map.getZoom() + 1.5), duration: 500 });
}
