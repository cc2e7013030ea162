import { type ChangeView, formatView, type View } from '../view.ts';

/**
 * Goes on stage or leaves it: nothing but the map, its legend and its summary. The whole screen is asked for; where the
 * browser refuses, the mode works in the window.
 */
export function toggleProjector(isOn: boolean, change: ChangeView): void {
  change({ projector: !isOn }, 'replace');
  const refused = () => undefined;
  if (!isOn) document.documentElement.requestFullscreen?.().catch(refused);
  else if (document.fullscreenElement !== null) document.exitFullscreen().catch(refused);
}

/** The address of exactly this view. Edition and year are written out: a link shows the same tomorrow, when newer ones are there. */
export function linkTo(view: View): string {
  return `${window.location.origin}${window.location.pathname}${formatView(view)}`;
}
