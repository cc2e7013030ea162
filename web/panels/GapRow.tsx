import type { Gap } from '@atlas/server/contracts';
import { type ReactElement, useId } from 'react';
import { formatNumber } from '../cartography/format.ts';
import { nameOfPlace } from '../cartography/place-names.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { GapTerms } from './GapTerms.tsx';
import { distanceText } from './measure-text.ts';

/** One commune of the gap list; choosing it marks it on the map and opens the terms of its score. */
export function GapRow({ gap, isChosen }: { gap: Gap; isChosen: boolean }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { places, view, change } = usePicture();
  const terms = useId();
  const children = formatNumber(language, gap.children);
  const parents = [gap.pcode.slice(0, 2), gap.pcode.slice(0, 4)].filter((pcode) => pcode !== view.province);
  return (
    <li className="gap-row">
      <button
        type="button"
        className="gap-button"
        aria-expanded={isChosen}
        aria-controls={isChosen ? terms : undefined}
        onClick={() => change({ place: isChosen ? undefined : gap.pcode })}
      >
        <span className="gap-rank">{formatNumber(language, gap.rank)}</span>
        <span className="gap-place">
          <span className="gap-name">{nameOfPlace(places, gap.pcode, language)}</span>
          <span className="fine">{parents.map((pcode) => nameOfPlace(places, pcode, language)).join(' › ')}</span>
          <span className="gap-facts">
            {gap.ratePer1000 === null
              ? text('gaps.factsNoRate', { children })
              : text('gaps.facts', { children, rate: formatNumber(language, gap.ratePer1000, 1) })}
          </span>
        </span>
        <span className="gap-figure">
          <span className="gap-number">{formatNumber(language, gap.score, 3)}</span> <span className="fine">{text('gaps.score')}</span>
        </span>
      </button>
      {isChosen && (
        <div id={terms} className="gap-details">
          <GapTerms gap={gap} />
          <p className="fine">
            {text(`gaps.status-${gap.networkStatus}`)}{' '}
            {gap.nearestActive !== null &&
              gap.nearestActiveMeters !== null &&
              text('gaps.nearest', { network: gap.nearestActive, distance: distanceText(language, gap.nearestActiveMeters) })}
          </p>
          <button type="button" className="panel-button" onClick={() => change({ panel: 'place' })}>
            {text('gaps.profile')}
          </button>
        </div>
      )}
    </li>
  );
}
