import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { DataButton } from './DataButton.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ShareButton } from './ShareButton.tsx';
import { toggleProjector } from './stage.ts';
import { ThemeSwitch } from './ThemeSwitch.tsx';

/** What one does with the whole picture: read it in another language, present it, send it on. */
export function TopBar({ onHelp }: { onHelp: () => void }): ReactElement {
  const { view, change } = usePicture();
  const text = useText();
  return (
    <div className="top-bar">
      <LanguageSwitch />
      <button type="button" className="pill" onClick={() => toggleProjector(view.projector, change)}>
        {text('shell.present')}
      </button>
      <DataButton />
      <ShareButton />
      <ThemeSwitch />
      <button type="button" className="pill pill-round" aria-label={text('shell.help')} title={text('shell.help')} onClick={onHelp}>
        <kbd>{'?'}</kbd>
      </button>
    </div>
  );
}
