import type { ImportStep } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';

type Props = { progress: ImportStep | undefined; onCancel: () => void };

/** How far the reading of a file is: rows read, then rows checked; it can be ended, for nothing is stored yet. */
export function UploadProgress({ progress, onCancel }: Props): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { step = 'reading', done = 0, of = 0 } = progress ?? {};
  const number = (value: number) => formatNumber(language, value);
  const words =
    step === 'read' || step === 'checked'
      ? text(`uploads.progress-${step}`, { done: number(done), of: number(of) })
      : text(step === 'placing' ? 'uploads.progress-placing' : 'uploads.reading');
  // While the file is being opened nobody knows how many rows there are.
  const isCounted = step === 'read' || step === 'checked';
  return (
    <section className="data-progress">
      <p role="status" aria-live="polite">
        {words}
      </p>
      <progress aria-label={text('uploads.progress')} {...(isCounted ? { value: done, max: Math.max(1, of) } : {})} />
      <button type="button" className="pill" onClick={onCancel}>
        {text('uploads.cancel')}
      </button>
    </section>
  );
}
