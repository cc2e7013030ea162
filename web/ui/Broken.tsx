import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';

/** What stands where a part of the page has failed. */
export function Broken({ onRetry }: { onRetry: () => void }): ReactElement {
  const text = useText();
  return (
    <div className="broken" role="alert">
      <p>{text('errors.partFailed')}</p>
      <button type="button" className="button" onClick={onRetry}>
        {text('errors.retry')}
      </button>
      {/* After the atlas was renewed, parts of the former page are gone: only a new page finds the new ones. */}
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {text('first.reload')}
      </button>
    </div>
  );
}
