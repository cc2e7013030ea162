import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { Legend } from '../map/Legend.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { DataMark } from './DataMark.tsx';

/** The pinned legend of the projector. */
export function StageCard(): ReactElement {
  const text = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: with many layers it scrolls, and the keyboard must reach all of it
    <section className="stage-card" aria-label={text('shell.layersAndLegend')} tabIndex={0}>
      <h1 className="visually-hidden">{text('panels.title')}</h1>
      <DataMark />
      <ErrorBoundary>
        <Legend />
      </ErrorBoundary>
    </section>
  );
}
