import type { Gap } from '@atlas/server/contracts';
import { type ReactElement, useId } from 'react';
import { formatNumber } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { GapTerms } from './GapTerms.tsx';
import { distanceText } from './measure-text.ts';
import { nameOfPlace } from './place-names.ts';

/** One commune of the gap list; choosing it marks it on the map and opens the terms of its score. */
export function GapRow({ gap, isChosen }: { gap: Gap; isChosen: boolean }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { places, view, change } = usePicture();
  const terms = useId();
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
        </span>
        <Figure number={formatNumber(language, gap.children)} unit={text('gaps.children')} />
        {gap.ratePer1000 === null ? (
          <Figure number="–" unit={text('gaps.noRate')} />
        ) : (
          <Figure number={formatNumber(language, gap.ratePer1000, 1)} unit={text('gaps.rate')} />
        )}
        <Figure number={formatNumber(language, gap.score, 3)} unit={text('gaps.score')} />
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

function Figure({ number, unit }: { number: string; unit: string }): ReactElement {
  return (
    <span className="gap-figure">
      <span className="gap-number">{number}</span> <span className="gap-unit">{unit}</span>
    </span>
  );
}
