import { type ReactElement, useState } from 'react';
import { useText } from '../i18n/index.ts';
import { lazyPart } from '../ui/lazy-part.tsx';

const DataDialog = lazyPart(() => import('./DataDialog.tsx').then((module) => module.DataDialog));

/** Opens the way in for numbers. */
export function DataButton(): ReactElement {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="pill" onClick={() => setOpen(true)}>
        {text('shell.addData')}
      </button>
      {isOpen && <DataDialog onClose={() => setOpen(false)} />}
    </>
  );
}
