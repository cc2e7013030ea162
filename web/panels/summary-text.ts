import { formatDay, formatNumber, formatPercent, formatYear } from '../cartography/format.ts';
import type { Translate } from '../i18n/index.ts';
import type { Picture } from '../picture.ts';

type Looked = Pick<Picture, 'view' | 'edition' | 'indicator' | 'period' | 'shown' | 'failure'>;

/**
 * How much is known of the whole edition, and how much is not. The year it speaks of leads, so that the line never
 * passes for one of another year while the next values travel.
 */
export function toSummary({ view, edition, indicator, period, shown, failure }: Looked, text: Translate): string {
  if (indicator === undefined || edition === undefined) return failure === undefined ? text('shell.loading') : '';
  const number = (value: number) => formatNumber(view.language, value);
  const year = formatYear(view.language, shown?.period ?? period);
  if (indicator.periods.length === 0) return text('shell.summaryNone', { year, communes: number(edition.counts.commune) });
  if (shown === undefined) return text(failure === undefined ? 'shell.loading' : 'errors.whatValues');
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

/** Unit and source of what is shown, and the day of the newest statement where there is one. */
export function toSource({ view, indicator, shown }: Looked, text: Translate): string {
  if (indicator === undefined) return '';
  const values = { unit: indicator.unit[view.language], source: indicator.source[view.language] };
  const newest = shown?.columns.summary.newestOn ?? undefined;
  if (newest === undefined) return text('shell.summarySource', values);
  return text('shell.summaryNewest', { ...values, day: formatDay(view.language, newest) });
}
