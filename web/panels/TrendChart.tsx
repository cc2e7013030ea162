import type { Indicator, PlaceProfile } from '@atlas/server/contracts';
import { type ReactElement, useId } from 'react';
import { Bar, BarChart, type BarShapeProps, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatNumber, formatYear } from '../cartography/format.ts';
import { useLanguage, useText } from '../i18n/index.ts';
import { usePicture } from '../picture.ts';
import { stateText } from './state-text.ts';
import { type TrendYear, toTrend } from './trend.ts';
import { StatePatterns, YearBar } from './YearBar.tsx';

const HEIGHT_PIXELS = 156;

/** The indicator looked at, over all years: a bar a year in the map's colours, on a scale that never changes. */
export function TrendChart({ profile }: { profile: PlaceProfile }): ReactElement | null {
  const text = useText();
  const language = useLanguage();
  const { indicator, scale, period } = usePicture();
  const patterns = useId();
  if (indicator === undefined || scale === undefined || indicator.periods.length === 0) return null;
  const series = profile.indicators.find((candidate) => candidate.indicator === indicator.id)?.series ?? [];
  const years = toTrend(series, indicator, scale);
  const names = { indicator: indicator.name[language], unit: indicator.unit[language] };
  const wordsOf = (year: TrendYear) => wordsOfYear(year, { indicator, text, language });
  return (
    <figure className="chart">
      <figcaption className="panel-heading">{text('profile.trend', names)}</figcaption>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={HEIGHT_PIXELS}>
          <BarChart data={years} margin={{ top: 20, right: 0, bottom: 0, left: 0 }} barCategoryGap="22%" accessibilityLayer={false}>
            <StatePatterns id={patterns} />
            <XAxis
              dataKey="year"
              tickLine={false}
              axisLine={{ stroke: 'var(--line-strong)' }}
              tick={{ fill: 'var(--muted)', fontSize: 12 }}
              tickFormatter={(year: string) => formatYear(language, year)}
              interval="equidistantPreserveStart"
            />
            <YAxis hide domain={[0, indicator.maximum > 0 ? indicator.maximum : 1]} />
            <Bar
              dataKey="length"
              isAnimationActive={false}
              maxBarSize={44}
              minPointSize={2}
              shape={(box: BarShapeProps) => {
                const year = years[box.originalDataIndex];
                if (year === undefined) return <g />;
                return <YearBar box={box} year={year} words={wordsOf(year)} patterns={patterns} isChosen={year.year === period} />;
              }}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
      <p className="fine">{text('profile.trendScale', { maximum: formatNumber(language, indicator.maximum, indicator.decimals) })}</p>
      <TrendTable years={years} indicator={indicator} />
    </figure>
  );
}

/** The same for those who do not see the chart. */
function TrendTable({ years, indicator }: { years: readonly TrendYear[]; indicator: Indicator }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const names = { indicator: indicator.name[language], unit: indicator.unit[language] };
  return (
    <table className="hidden-words">
      <caption>{text('profile.trendTable', names)}</caption>
      <thead>
        <tr>
          <th scope="col">{text('shell.year')}</th>
          <th scope="col">{text('profile.value')}</th>
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year.year}>
            <th scope="row">{formatYear(language, year.year)}</th>
            <td>
              {year.state === 'value' ? wordsOfYear(year, { indicator, text, language }) : stateText(year.state, indicator, language)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Wording = { indicator: Indicator; text: ReturnType<typeof useText>; language: ReturnType<typeof useLanguage> };

/** What stands at a year's bar: the number, "0", or why there is none. */
function wordsOfYear({ state, value }: TrendYear, { indicator, text, language }: Wording): string {
  switch (state) {
    case 'value':
      return formatNumber(language, value ?? 0, indicator.decimals);
    case 'zero':
      return formatNumber(language, 0);
    case 'not-assessed':
      return stateText(state, indicator, language);
    case 'no-denominator':
      return text('profile.trendNoPopulation');
    case 'withheld':
      return text('profile.trendWithheld');
  }
}
