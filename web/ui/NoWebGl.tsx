import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';

/** Stands in place of the map where the browser cannot draw it. */
export function NoWebGl(): ReactElement {
  const text = useText();
  return (
    <div className="no-webgl" role="note">
      <h2>{text('errors.noWebGl')}</h2>
      <p>{text('errors.noWebGlWhat')}</p>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {text('first.reload')}
      </button>
    </div>
  );
}
