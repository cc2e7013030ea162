import { useEffect } from 'react';
import { formatYear } from '../cartography/format.ts';
import { nameOfPlace } from '../cartography/place-names.ts';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { markTheme } from '../theme.ts';
import { useThemeName } from '../use-theme.ts';

/** Tells the browser what the page is: its language, its title, its theme, and whether it stands on a projector. */
export function usePageMarks({ isOnStage }: { isOnStage: boolean }): void {
  const { view, change, indicator, period, places, edition } = usePicture();
  const text = useText();
  const theme = useThemeName();
  const title = [
    view.place === undefined ? undefined : nameOfPlace(places, view.place, view.language),
    indicator?.name[view.language],
    formatYear(view.language, period),
    edition?.isDemonstration === true ? text('first.demonstrationData') : undefined,
    text('first.title'),
  ].filter((part) => part !== undefined);
  const written = title.join(' · ');

  useEffect(() => {
    document.title = written;
  }, [written]);

  useEffect(() => {
    document.documentElement.lang = view.language;
  }, [view.language]);

  useEffect(() => markTheme(theme), [theme]);

  useEffect(() => {
    document.documentElement.toggleAttribute('data-projector', isOnStage);
    if (!isOnStage) return;
    // Esc leaves the whole screen by itself and tells the page nothing else.
    let wasWhole = document.fullscreenElement !== null;
    const onScreenChange = () => {
      if (wasWhole && document.fullscreenElement === null) change({ projector: false }, 'replace');
      wasWhole = document.fullscreenElement !== null;
    };
    document.addEventListener('fullscreenchange', onScreenChange);
    return () => document.removeEventListener('fullscreenchange', onScreenChange);
  }, [isOnStage, change]);
}
