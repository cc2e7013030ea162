import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { Dialog } from '../ui/Dialog.tsx';

/** The link to copy by hand, where the browser keeps its clipboard to itself. */
export function ShareDialog({ link, onClose }: { link: string; onClose: () => void }): ReactElement {
  const text = useText();
  return (
    <Dialog title={text('shell.share')} onClose={onClose}>
      <label className="field">
        <span>{text('shell.shareByHand')}</span>
        <input className="search-input" readOnly value={link} onFocus={({ target }) => target.select()} />
      </label>
    </Dialog>
  );
}
