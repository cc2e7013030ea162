import type { ComponentType, ReactElement } from 'react';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import type { PanelId } from '../view.ts';
import { Waiting } from './Waiting.tsx';

const PARTS: Readonly<Record<PanelId, ComponentType>> = {
  place: lazyPart(() => import('./PlaceProfile.tsx').then((module) => module.PlaceProfile), <Waiting />),
  gaps: lazyPart(() => import('./GapList.tsx').then((module) => module.GapList), <Waiting />),
  table: lazyPart(() => import('./PlaceTable.tsx').then((module) => module.PlaceTable), <Waiting />),
  trainings: lazyPart(() => import('./Trainings.tsx').then((module) => module.Trainings), <Waiting />),
  campaign: lazyPart(() => import('./Campaign.tsx').then((module) => module.Campaign), <Waiting />),
};

const CrossingPart = lazyPart(() => import('./CrossingProfile.tsx').then((module) => module.CrossingProfile), <Waiting />);

/** Content of the panel looked at; a place that is not chosen yet says how to choose one. */
export function PanelBody({ panel }: { panel: PanelId }): ReactElement {
  const { view } = usePicture();
  const text = useText();
  if (panel === 'place' && view.place === undefined && view.crossing !== undefined) return <CrossingPart />;
  if (panel === 'place' && view.place === undefined) {
    return (
      <div className="panel-hint">
        <h2>{text('shell.placeHint')}</h2>
        <p>{text('shell.placeHintWhat')}</p>
      </div>
    );
  }
  const Part = PARTS[panel];
  return <Part key={panel} />;
}
