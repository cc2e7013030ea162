import { type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../i18n/index.ts';
import { IconButton } from './IconButton.tsx';

type Props = { title: string; isWide?: boolean; onClose: () => void; children: ReactNode };

/** A window over the page: holds the focus, closes on Esc, gives the focus back. */
export function Dialog({ title, isWide = false, onClose, children }: Props): ReactElement {
  const text = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="dialog" data-wide={isWide} aria-labelledby={id} onClose={onClose}>
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={text('shell.close')} onPress={onClose} />
      </header>
      {children}
    </dialog>
  );
}
