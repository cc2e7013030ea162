import type { ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { AreaLegend, SignLegend } from '../map/Legend.tsx';
import { usePicture } from '../picture.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { DataMark } from './DataMark.tsx';

/** The pinned legend of the projector: the areas beside the map. */
export function StageCard(): ReactElement {
  const text = useText();
  return (
    <section className="stage-card" aria-label={text('shell.layersAndLegend')}>
      <h1 className="visually-hidden">{text('first.title')}</h1>
      <DataMark />
      <ErrorBoundary>
        <div className="legend">
          <AreaLegend />
        </div>
      </ErrorBoundary>
    </section>
  );
}

/** The rest of the pinned legend: signs and lines in rows under the map, so that all of it is in sight at once. */
export function StageStrip(): ReactElement | null {
  const text = useText();
  const { view } = usePicture();
  if (!view.layers.includes('workshops') && !view.layers.includes('routes')) return null;
  return (
    <section className="stage-strip" aria-label={text('legend.legend')}>
      <ErrorBoundary>
        <SignLegend />
      </ErrorBoundary>
    </section>
  );
}
