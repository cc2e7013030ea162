import type { Map as MapLibreMap } from 'maplibre-gl';
import { useText } from '../i18n/index.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** Nearer and farther, for those without a wheel or two fingers. */
export function ZoomButtons({ map }: { map: MapLibreMap }) {
  const text = useText();
  return (
    <div className="zoom">
      <IconButton icon="plus" label={text('map.zoomIn')} onPress={() => map.zoomIn({}, BY_BUTTON)} />
      <IconButton icon="minus" label={text('map.zoomOut')} onPress={() => map.zoomOut({}, BY_BUTTON)} />
    </div>
  );
}

/** Marks the move as the reader's own, so that the link keeps it. */
const BY_BUTTON = { originalEvent: true };
