import type { PlaceProfile } from '@atlas/server/contracts';
import type { ReactElement } from 'react';
import { Bar, BarChart, type BarShapeProps, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { formatNumber } from '../cartography/format.ts';
import { type Translate, useLanguage, useText } from '../i18n/index.ts';
import type { Language } from '../view.ts';
import { toAgeRows } from './place-figures.ts';

const HEIGHT_PIXELS = 128;
/** Two lightnesses of one hue, each with its own edge: told apart in grey as well. */
const FILLS: Readonly<Record<string, string>> = { female: 'var(--need-4)', male: 'var(--need-2)' };

/** Identified children by age band and sex: bars with their numbers, and the same as a table for those who do not see them. */
export function SexAgeChart({ cells }: { cells: PlaceProfile['composition']['bySexAndAge'] }): ReactElement {
  const text = useText();
  const language = useLanguage();
  const { rows, sexes } = toAgeRows(cells);
  const number = (count: number) => formatNumber(language, count);
  return (
    <figure className="chart">
      <figcaption className="panel-subheading">{text('profile.bySexAndAge')}</figcaption>
      <ul className="chart-key" aria-hidden="true">
        {sexes.map((sex) => (
          <li key={sex}>
            <span className="chart-swatch" style={{ background: fillOf(sex) }} />
            {sexText(text, sex)}
          </li>
        ))}
      </ul>
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={HEIGHT_PIXELS}>
          <BarChart
            data={rows}
            margin={{ top: 18, right: 0, bottom: 0, left: 0 }}
            barGap={2}
            barCategoryGap="18%"
            accessibilityLayer={false}
          >
            <XAxis
              dataKey="ageBand"
              tickLine={false}
              axisLine={{ stroke: 'var(--line-strong)' }}
              tick={{ fill: 'var(--muted)', fontSize: 12 }}
              tickFormatter={(band: string) => bandText(text, language, band)}
              interval={0}
            />
            <YAxis hide domain={[0, 'dataMax']} />
            {sexes.map((sex) => (
              <Bar
                key={sex}
                dataKey={`bySex.${sex}`}
                isAnimationActive={false}
                minPointSize={1}
                maxBarSize={36}
                shape={(box: BarShapeProps) => (
                  <NumberedBar box={box} fill={fillOf(sex)} words={number(rows[box.originalDataIndex]?.bySex[sex] ?? 0)} />
                )}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <table className="hidden-words">
        <caption>{text('profile.bySexAndAge')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('profile.age')}</th>
            {sexes.map((sex) => (
              <th key={sex} scope="col">
                {sexText(text, sex)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ ageBand, bySex }) => (
            <tr key={ageBand}>
              <th scope="row">{bandText(text, language, ageBand)}</th>
              {sexes.map((sex) => (
                <td key={sex}>{number(bySex[sex] ?? 0)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function NumberedBar({ box, fill, words }: { box: BarShapeProps; fill: string; words: string }): ReactElement {
  const { x, y, width, height } = box;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={Math.min(3, height / 2)}
        fill={fill}
        stroke="var(--line-strong)"
        strokeWidth={0.75}
      />
      <text x={x + width / 2} y={y - 4} textAnchor="middle" className="chart-number">
        {words}
      </text>
    </g>
  );
}

function fillOf(sex: string): string {
  return FILLS[sex] ?? 'var(--line)';
}

function sexText(text: Translate, sex: string): string {
  return sex === 'female' || sex === 'male' || sex === 'all' ? text(`profile.sex-${sex}`) : sex;
}

/** @example '0-5' in Khmer: '០-៥' */
function bandText(text: Translate, language: Language, band: string): string {
  if (band === 'all') return text('profile.ageUnstated');
  return band.replace(/\d+/g, (digits) => formatNumber(language, Number(digits))).replace('-', '–');
}
