import { WORKSHOP_TYPES } from '@atlas/server/contracts';
import type { ReactElement, ReactNode } from 'react';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { lazyPart } from '../ui/lazy-part.tsx';
import { LAYER_IDS, type LayerId } from '../view.ts';
import { LayerRow } from './LayerRow.tsx';

// The options of a layer are folded at first, and arrive when they are unfolded.
const CoverageOptions = lazyPart(() => import('./CoverageOptions.tsx').then((module) => module.CoverageOptions));
const RouteOptions = lazyPart(() => import('./RouteOptions.tsx').then((module) => module.RouteOptions));
const WorkshopOptions = lazyPart(() => import('./WorkshopOptions.tsx').then((module) => module.WorkshopOptions));

/** What can lie on the map, each with a switch, one line of what it is, and its own options. */
export function LayerList(): ReactElement {
  const text = useText();
  const words = useLayerWords();
  const options: Readonly<Record<LayerId, ReactNode>> = {
    indicator: undefined,
    coverage: <CoverageOptions />,
    workshops: <WorkshopOptions />,
    routes: <RouteOptions />,
  };
  return (
    <section className="layers" aria-labelledby="layers-title">
      <h2 id="layers-title" className="section-title">
        {text('layers.onTheMap')}
      </h2>
      <ul className="layer-list">
        {LAYER_IDS.map((id) => (
          <LayerRow key={id} id={id} {...words[id]}>
            {options[id]}
          </LayerRow>
        ))}
      </ul>
    </section>
  );
}

type Words = { label: string; description: string };

/** Name and one line of each layer. */
export function useLayerWords(): Readonly<Record<LayerId, Words>> {
  const { indicator, view, period, failure } = usePicture();
  const text = useText();
  const number = (value: number) => formatNumber(view.language, value);
  const shown = view.workshopTypes.length;
  const all = WORKSHOP_TYPES.length;
  return {
    indicator: {
      label: indicator?.name[view.language] ?? text('shell.indicator'),
      description:
        indicator === undefined
          ? text(failure === undefined ? 'shell.loading' : 'legend.failed')
          : text('legend.unitPeriodLevel', {
              unit: indicator.unit[view.language],
              period: formatYear(view.language, period),
              level: text(`legend.${view.level}`),
            }),
    },
    coverage: { label: text('layers.coverage'), description: text('layers.coverageLine') },
    workshops: {
      label: text('layers.workshops'),
      description: shown === all ? text('layers.workshopsLine') : text('layers.workshopsSome', { shown: number(shown), all: number(all) }),
    },
    routes: { label: text('layers.routes'), description: text('layers.routesLine') },
  };
}
