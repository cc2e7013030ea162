import type { ReactElement } from 'react';
import { formatDay, formatNumber, formatPercent, formatYear } from '../cartography/format.ts';
import { type Translate, useText } from '../i18n/index.ts';
import { type Picture, usePicture } from '../picture.ts';

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

/** The year it speaks of leads, so that no line stands beside figures of another year. */
function toSummary(picture: Picture, text: Translate): string {
  const { shown, indicator, edition, failure, view } = picture;
  if (indicator === undefined || edition === undefined) return failure === undefined ? text('shell.loading') : '';
  const number = (value: number) => formatNumber(view.language, value);
  const year = formatYear(view.language, shown?.period ?? picture.period);
  if (indicator.periods.length === 0) return text('shell.summaryNone', { year, communes: number(edition.counts.commune) });
  if (shown === undefined) return failure === undefined ? text('shell.loading') : text('errors.whatValues');
  const { numerator, assessed, communes } = shown.columns.summary;
  const values = {
    children: number(numerator),
    number: number(numerator),
    indicator: indicator.name[view.language],
    assessed: number(assessed),
    communes: number(communes),
    share: formatPercent(view.language, communes === 0 ? 0 : assessed / communes),
    missing: number(communes - assessed),
  };
  if (indicator.subject !== 'vsnp-assessments') return `${year} · ${text('shell.summaryOther', values)}`;
  return `${year} · ${text(numerator === 1 ? 'shell.summaryChild' : 'shell.summaryChildren', values)}`;
}

function toSource({ shown, indicator, view }: Picture, text: Translate): string {
  if (indicator === undefined) return '';
  const values = { unit: indicator.unit[view.language], source: indicator.source[view.language] };
  const newest = shown?.columns.summary.newestOn ?? undefined;
  if (newest === undefined) return text('shell.summarySource', values);
  return text('shell.summaryNewest', { ...values, day: formatDay(view.language, newest) });
}
