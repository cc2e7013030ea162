import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { toSource, toSummary } from './summary-text.ts';

/** One line that says how much is known and how much is not, with year, unit, source and newest date. */
export function SummaryLine(): ReactElement {
  const picture = usePicture();
  const text = useText();
  const isBehind = picture.shown !== undefined && picture.shown.period !== picture.period;
  return (
    <div className="summary" role="status" aria-busy={isBehind}>
      <p className="summary-words">{toSummary(picture, text)}</p>
      <p className="summary-source">{toSource(picture, text)}</p>
    </div>
  );
}
