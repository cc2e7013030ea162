import { createContext, useContext } from 'react';
import { LIGHT, THEMES, type Theme, type ThemeName } from './cartography/palettes.ts';
import { chooseTheme, DARK_SYSTEM, PAPER } from './theme.ts';
import { useMedia } from './ui/media.ts';
import { useView } from './use-view.ts';

/** Colours of the page's theme; set once, by the page itself. */
export const ThemeContext = createContext<Theme>(LIGHT);

/** Colours of the map in the theme that is on, for whatever draws a part of it. */
export function useTheme(): Theme {
  return useContext(ThemeContext);
}

/** Name of the theme that is on, now and whenever the view or the system changes it. */
export function useThemeName(): ThemeName {
  const [view] = useView();
  return chooseTheme(view, { isSystemDark: useMedia(DARK_SYSTEM), isOnPaper: useMedia(PAPER) });
}

/** Colours of the theme that is on; used once, by the page itself. */
export function useNewTheme(): Theme {
  return THEMES[useThemeName()];
}
