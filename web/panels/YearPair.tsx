import type { ReactElement } from 'react';
import { formatNumber } from '../cartography/format.ts';
import { useLanguage } from '../i18n/index.ts';
import { Bar } from './Bar.tsx';
import type { Pair } from './campaign-years.ts';

type Props = { label: string; pair: Pair; years: { year: string; previous: string } };

/** A number of a year above that of the year before, both with bars of the same scale. */
export function YearPair({ label, pair, years }: Props): ReactElement {
  return (
    <div className="pair">
      <dt>{label}</dt>
      <Line year={years.year} number={pair.year} maximum={pair.maximum} tone="accent" />
      <Line year={years.previous} number={pair.previous} maximum={pair.maximum} tone="quiet" />
    </div>
  );
}

function Line({ year, number, maximum, tone }: { year: string; number: number; maximum: number; tone: 'accent' | 'quiet' }): ReactElement {
  const language = useLanguage();
  return (
    <dd className="pair-line">
      <span className="pair-year">{year}</span>
      <Bar share={maximum === 0 ? 0 : number / maximum} tone={tone} />
      <span className="bar-number">{formatNumber(language, number)}</span>
    </dd>
  );
}
