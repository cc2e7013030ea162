import type { PlaceProfile } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { nameOfCode } from '../i18n/vocabulary.ts';
import { usePicture } from '../picture.ts';
import { Bar } from './Bar.tsx';
import { assessedIndicators, figureOf } from './place-figures.ts';
import { SexAgeChart } from './SexAgeChart.tsx';

/** Who the identified children of the period are; where nothing is known, why. */
export function Composition({ profile }: { profile: PlaceProfile }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { indicators = [] } = usePicture();
  const { byFactor, bySexAndAge } = profile.composition;
  const period = formatYear(language, profile.composition.period);
  const { state } = figureOf(profile, assessedIndicators(indicators).count?.id, profile.composition.period);
  const isEmpty = byFactor.length === 0 && bySexAndAge.length === 0;
  const why = state === 'not-assessed' ? 'compositionNotAssessed' : state === 'zero' ? 'compositionNone' : 'compositionUnstated';
  return (
    <section className="profile-part">
      <h3 className="panel-heading">{text('profile.composition', { period })}</h3>
      {isEmpty && <p>{text(`profile.${why}`, { period })}</p>}
      {byFactor.length > 0 && <Factors byFactor={byFactor} />}
      {bySexAndAge.length > 0 && <SexAgeChart cells={bySexAndAge} />}
    </section>
  );
}

function Factors({ byFactor }: { byFactor: PlaceProfile['composition']['byFactor'] }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const most = Math.max(1, ...byFactor.map(({ children }) => children));
  return (
    <>
      <h4 className="panel-subheading">{text('profile.byFactor')}</h4>
      <dl className="bar-list">
        {byFactor.map(({ code, children }) => (
          <div key={code} className="bar-row">
            <dt>{nameOfCode(language, 'factor', code)}</dt>
            <dd className="bar-number">{formatNumber(language, children)}</dd>
            <dd className="bar-cell">
              <Bar share={children / most} tone="need" />
            </dd>
          </div>
        ))}
      </dl>
      <p className="fine">{text('profile.overlap')}</p>
    </>
  );
}
