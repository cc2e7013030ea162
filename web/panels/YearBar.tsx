import type { ReactElement } from 'react';
import { LIGHT } from '../cartography/palettes.ts';
import type { TrendYear } from './trend.ts';

/** Where the chart wants the bar, in pixels. */
export type BarBox = { x: number; y: number; width: number; height: number };

type Props = { box: BarBox; year: TrendYear; words: string; hatch: string; isChosen: boolean };

/** A year's bar with its number on top; a year without a number is a hatched stub with words along it. */
export function YearBar({ box, year, words, hatch, isChosen }: Props): ReactElement {
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
      <rect x={x} y={y} width={width} height={height} rx={3} fill={`url(#${hatch})`} stroke="var(--line-strong)" strokeWidth={0.75} />
      <text x={middle + 4} y={bottom} transform={`rotate(-90 ${middle + 4} ${bottom})`} className="chart-words">
        {words}
      </text>
    </g>
  );
}

/** The map's hatch, for charts. */
export function HatchPattern({ id }: { id: string }): ReactElement {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill={LIGHT.land} />
        <line x1="0" y1="0" x2="0" y2="6" stroke={LIGHT.hatch} strokeWidth="2" />
      </pattern>
    </defs>
  );
}
