import { THEMES, type ThemeName } from './cartography/palettes.ts';
import type { View } from './view.ts';

export const DARK_SYSTEM = '(prefers-color-scheme: dark)';
export const PAPER = 'print';

type Screen = { isSystemDark: boolean; isOnPaper: boolean };

/** The theme a view has on a screen: its own, else the system's; on paper always the light one. */
export function chooseTheme({ theme }: Pick<View, 'theme'>, { isSystemDark, isOnPaper }: Screen): ThemeName {
  if (isOnPaper) return 'light';
  return theme ?? (isSystemDark ? 'dark' : 'light');
}

/** The theme a view has on this screen at this moment. */
export function themeNameOf(view: Pick<View, 'theme'>): ThemeName {
  const holds = (media: string) => window.matchMedia(media).matches;
  return chooseTheme(view, { isSystemDark: holds(DARK_SYSTEM), isOnPaper: holds(PAPER) });
}

/** Tells the document its theme: `tokens.css` and the browser's own parts follow. */
export function markTheme(name: ThemeName): void {
  document.documentElement.setAttribute('data-theme', name);
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', THEMES[name].halo);
}
