import { type Indicator, levelOf, type PlaceProfile } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { formatDay, formatNumber, formatYear } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { distanceText, monthsText } from './measure-text.ts';
import { monthsBetween } from './months.ts';
import { assessedIndicators, figureOf, type YearFigure } from './place-figures.ts';
import { stateText } from './state-text.ts';

/** The figures of a place that are asked for first; each that has no number says why. */
export function KeyFigures({ profile }: { profile: PlaceProfile }): ReactElement {
  const language = useLanguage();
  const text = useText();
  const { indicators = [], indicator, period } = usePicture();
  const { count, rate } = assessedIndicators(indicators);
  const isOther = indicator !== undefined && indicator.subject !== count?.subject;
  const year = formatYear(language, period);
  return (
    <>
      <dl className="key-figures">
        {isOther && (
          <IndicatorFigure
            profile={profile}
            indicator={indicator}
            label={`${indicator.name[language]}, ${indicator.unit[language]}, ${year}`}
            isWide
          />
        )}
        {count !== undefined && <IndicatorFigure profile={profile} indicator={count} label={text('profile.children', { period: year })} />}
        {rate !== undefined && (
          <IndicatorFigure profile={profile} indicator={rate} label={text('profile.rateIn', { unit: rate.unit[language], period: year })} />
        )}
        <NetworkFigure profile={profile} />
        <AgeFigure profile={profile} />
      </dl>
      <Assessed profile={profile} />
    </>
  );
}

type IndicatorProps = { profile: PlaceProfile; indicator: Indicator; label: string; isWide?: boolean };

function IndicatorFigure({ profile, indicator, label, isWide = false }: IndicatorProps): ReactElement {
  const language = useLanguage();
  const { period } = usePicture();
  const figure = figureOf(profile, indicator.id, period);
  const number = figure.state === 'zero' ? 0 : figure.value;
  return (
    <div className={isWide ? 'key-figure key-figure-wide' : 'key-figure'}>
      <dt>{label}</dt>
      {number === undefined ? (
        <dd className="key-words">{figure.state === 'value' ? '' : stateText(figure.state, indicator, language)}</dd>
      ) : (
        <dd className="key-number">{formatNumber(language, number, figure.state === 'zero' ? 0 : indicator.decimals)}</dd>
      )}
      {figure.state === 'zero' && <dd className="fine">{stateText('zero', indicator, language)}</dd>}
      {indicator.kind === 'rate' && <Ratio profile={profile} figure={figure} />}
    </div>
  );
}

/** What a rate is made of; children of communes without a known population are in the count, not in the rate. */
function Ratio({ profile, figure }: { profile: PlaceProfile; figure: YearFigure }): ReactElement | null {
  const text = useText();
  const language = useLanguage();
  const { indicators = [], indicator, period } = usePicture();
  const { numerator, denominator } = figure;
  if (numerator === undefined || denominator === undefined) return null;
  const { count } = assessedIndicators(indicators);
  const counted = count === undefined || indicator?.subject !== count.subject ? numerator : figureOf(profile, count.id, period).value;
  const ratio = { numerator: formatNumber(language, numerator), denominator: formatNumber(language, denominator) };
  return <dd className="fine">{text(counted === numerator ? 'profile.overDenominator' : 'profile.overKnown', ratio)}</dd>;
}

function NetworkFigure({ profile }: { profile: PlaceProfile }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { on } = usePicture();
  const day = formatDay(language, on);
  const { nearestActive: nearest, networks, place } = profile;
  if (levelOf(place.pcode) !== 'commune') {
    const active = networks.filter(({ status }) => status === 'active').length;
    return <Figure value={formatNumber(language, active)} label={text('profile.activeNetworks', { day })} />;
  }
  if (nearest === null) return <Figure words={text('profile.nearestNone')} label={text('profile.nearestNoneLabel', { day })} />;
  if (nearest.pcode === place.pcode)
    return <Figure words={text('profile.nearestHere')} label={text('profile.nearestHereLabel', { day })} />;
  return <Figure value={distanceText(language, nearest.meters)} label={text('profile.nearest', { day })} />;
}

function AgeFigure({ profile }: { profile: PlaceProfile }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { on } = usePicture();
  const last = profile.lastAssessment;
  if (last === null) return <Figure words={text('profile.lastAssessmentNever')} label={text('profile.lastAssessmentNeverLabel')} />;
  const label = `${text('profile.lastAssessment')}, ${formatDay(language, last.workshopOn)}`;
  return <Figure value={monthsText(text, language, monthsBetween(last.workshopOn, on))} label={label} />;
}

function Figure({ value, words, label }: { value?: string; words?: string; label: string }): ReactElement {
  return (
    <div className="key-figure">
      <dt>{label}</dt>
      <dd className={value === undefined ? 'key-words' : 'key-number'}>{value ?? words}</dd>
    </div>
  );
}

/** How much of the place somebody has looked at. */
function Assessed({ profile }: { profile: PlaceProfile }): ReactElement | null {
  const text = useText();
  const language = useLanguage();
  const { period } = usePicture();
  const { communes, lastAssessment, place } = profile;
  const number = (count: number) => formatNumber(language, count);
  if (levelOf(place.pcode) !== 'commune') {
    const counts = { assessed: number(communes.assessed), communes: number(communes.total), period: formatYear(language, period) };
    return <p className="assessed-line">{text('profile.assessedCommunes', counts)}</p>;
  }
  const { villagesCovered: covered, villagesTotal: total } = lastAssessment ?? { villagesCovered: null, villagesTotal: null };
  if (covered === null || total === null) return null;
  return <p className="assessed-line">{text('profile.villagesCovered', { covered: number(covered), total: number(total) })}</p>;
}
