import { useText } from '../i18n/index.ts';
import { IconButton } from '../ui/IconButton.tsx';

/** Nearer and farther, for those without a wheel or two fingers; `onZoom` is told how many steps nearer. */
export function ZoomButtons({ onZoom }: { onZoom: (steps: 1 | -1) => void }) {
  const text = useText();
  return (
    <div className="zoom">
      <IconButton icon="plus" label={text('map.zoomIn')} onPress={() => onZoom(1)} />
      <IconButton icon="minus" label={text('map.zoomOut')} onPress={() => onZoom(-1)} />
    </div>
  );
}
