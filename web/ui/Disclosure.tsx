import { type ReactElement, type ReactNode, useId, useState } from 'react';
import { Icon } from './Icon.tsx';

/** Words on demand: a link-like button that opens a short text below itself. */
export function Disclosure({ label, children }: { label: string; children: ReactNode }): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="disclosure">
      <button type="button" className="link" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
        {label}
        <Icon name={isOpen ? 'up' : 'down'} />
      </button>
      <div id={id} className="disclosure-text" hidden={!isOpen}>
        {children}
      </div>
    </div>
  );
}
