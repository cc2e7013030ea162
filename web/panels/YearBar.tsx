import type { ReactElement, ReactNode } from 'react';
import { useTheme } from '../use-theme.ts';
import type { TrendYear } from './trend.ts';

/** Where the chart wants the bar, in pixels. */
type BarBox = { x: number; y: number; width: number; height: number };

type Props = { box: BarBox; year: TrendYear; words: string; patterns: string; isChosen: boolean };

/** A year's bar with its number on top; a year without a number is a hatched stub with words along it. */
export function YearBar({ box, year, words, patterns, isChosen }: Props): ReactElement {
  const { x, y, width, height } = box;
  const middle = x + width / 2;
  if (year.state === 'value' || year.state === 'zero') {
    return (
      <g>
        <rect
          x={x}
          y={y}
          width={width}
          height={height}
          rx={Math.min(3, height / 2)}
          fill={year.colour}
          stroke="var(--line-strong)"
          strokeWidth={0.75}
        />
        <text x={middle} y={y - 5} textAnchor="middle" className="chart-number" fontWeight={isChosen ? 700 : 400}>
          {words}
        </text>
      </g>
    );
  }
  const bottom = y - 6;
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx={3}
        fill={`url(#${patterns}-${year.state})`}
        stroke="var(--line-strong)"
        strokeWidth={0.75}
      />
      <text x={middle + 4} y={bottom} transform={`rotate(-90 ${middle + 4} ${bottom})`} className="chart-words">
        {words}
      </text>
    </g>
  );
}

/** The map's patterns of the states without a number, for charts; `id` is the beginning of their names. */
export function StatePatterns({ id }: { id: string }): ReactElement {
  const theme = useTheme();
  return (
    <defs>
      <Pattern id={`${id}-not-assessed`} turn={45}>
        <line x1="0" y1="0" x2="0" y2="6" stroke={theme.hatch} strokeWidth="2" />
      </Pattern>
      <Pattern id={`${id}-no-denominator`}>
        <path d="M1 3h4M3 1v4" stroke={theme.dots} />
      </Pattern>
      <Pattern id={`${id}-withheld`}>
        <circle cx="3" cy="3" r="1" fill={theme.dots} />
      </Pattern>
    </defs>
  );
}

function Pattern({ id, turn = 0, children }: { id: string; turn?: number; children: ReactNode }): ReactElement {
  const theme = useTheme();
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform={`rotate(${turn})`}>
      <rect width="6" height="6" fill={theme.land} />
      {children}
    </pattern>
  );
}
