import type { ReactElement } from 'react';
import { THEME_NAMES } from '../cartography/palettes.ts';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { Icon } from '../ui/Icon.tsx';
import { useThemeName } from '../use-theme.ts';

/** Light, dark, or as the system has it: a sign of the theme that is on, over the browser's own list. */
export function ThemeSwitch(): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  const name = useThemeName();
  return (
    <span className="pill pill-round theme-switch">
      <Icon name={name === 'dark' ? 'moon' : 'sun'} />
      <select
        aria-label={text('shell.theme')}
        title={text('shell.theme')}
        value={view.theme ?? 'system'}
        onChange={(event) => change({ theme: THEME_NAMES.find((theme) => theme === event.target.value) }, 'replace')}
      >
        {(['system', ...THEME_NAMES] as const).map((choice) => (
          <option key={choice} value={choice}>
            {text(`shell.theme-${choice}`)}
          </option>
        ))}
      </select>
    </span>
  );
}
