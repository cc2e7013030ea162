import type { ReactElement } from 'react';
import type { LoadFailed } from '../api.ts';
import { type TextKey, useText } from '../i18n/index.ts';
import { type Picture, usePicture } from '../picture.ts';
import { useOnline } from '../ui/media.ts';
import type { LayerId } from '../view.ts';
import { useLayerFailures } from './failures.ts';
import { Notice } from './Notice.tsx';

const LAYER_WORDS = {
  indicator: 'errors.layerIndicator',
  coverage: 'errors.layerCoverage',
  workshops: 'errors.layerWorkshops',
  routes: 'errors.layerRoutes',
} as const satisfies Record<LayerId, TextKey>;

const MISSING_WORDS = {
  editions: 'errors.whatEditions',
  places: 'errors.whatPlaces',
  indicators: 'errors.whatIndicators',
  values: 'errors.whatValues',
} as const satisfies Record<NonNullable<Picture['failure']>['what'], TextKey>;

/** What is missing from the page and why, in plain words, each with a way to try again. */
export function Notices(): ReactElement {
  const picture = usePicture();
  const text = useText();
  const isOnline = useOnline();
  const { layers, retry } = useLayerFailures();
  const { failure } = picture;
  const isGone = failure?.error.code === 'no-answer';
  return (
    <div className="notices">
      {!isOnline && <Notice words={[text('errors.offline')]} isQuiet />}
      {failure !== undefined && (
        <Notice
          words={[text(reasonOf(failure, picture)), text(MISSING_WORDS[failure.what])]}
          error={failure.error}
          onRetry={failure.retry}
        />
      )}
      {!isGone && layers.map((layer) => <Notice key={layer} words={[text(LAYER_WORDS[layer])]} onRetry={() => retry(layer)} />)}
      <EmptyResult />
    </div>
  );
}

/** Says why a map is empty that has not failed. */
function EmptyResult(): ReactElement | null {
  const { editions, edition, indicator, view } = usePicture();
  const text = useText();
  if (editions?.length === 0) return <Notice words={[text('errors.noEdition')]} isQuiet />;
  if (edition?.geometry === null) return <Notice key={edition.id} words={[text('errors.noBoundaries')]} isQuiet />;
  if (indicator === undefined || indicator.periods.length > 0) return null;
  return <Notice key={indicator.id} words={[text('errors.noFigures', { indicator: indicator.name[view.language] })]} isQuiet />;
}

function reasonOf({ what, error }: NonNullable<Picture['failure']>, { shown }: Picture): TextKey {
  // Values of another order of places than the one on screen carry no request: nothing failed on the way.
  if (what === 'values' && error.code === 'unavailable' && error.requestId === '') return 'errors.stale';
  if (error.code === 'no-answer') return shown === undefined ? 'errors.noAnswer' : 'errors.noAnswerKept';
  return REASONS[error.code];
}

const REASONS = {
  'bad-parameter': 'errors.refused',
  'cross-origin': 'errors.refused',
  'foreign-host': 'errors.refused',
  refused: 'errors.refused',
  'too-large': 'errors.refused',
  internal: 'errors.serverFailed',
  'not-found': 'errors.serverFailed',
  unavailable: 'errors.unavailable',
} as const satisfies Record<Exclude<LoadFailed['code'], 'no-answer'>, TextKey>;
