import type { TileDrawing } from './drawing.ts';
import type { Theme } from './palettes.ts';

/** Tile of a state's pattern: `draw` fills one square of so many pixels a side, which repeats without a seam. */
export type Pattern = {
  name: 'hatch' | 'dots' | 'cross';
  size: number;
  draw: (context: TileDrawing, theme: Theme) => void;
  /** Its look in a legend: lines across a field of 26 by 16. */
  swatch: { path: string; stroke: 'hatch' | 'dots'; width: number; cap: 'butt' | 'round' };
};

/** The patterns of states, one drawing for every renderer. */
export const PATTERNS: readonly Pattern[] = [
  {
    name: 'hatch',
    size: 8,
    draw: hatch,
    swatch: { path: 'M1 9L9 1M1 16L16 1M8 16L23 1M15 16L25.5 5.5M22 16L25.5 12.5', stroke: 'hatch', width: 1, cap: 'butt' },
  },
  {
    name: 'dots',
    size: 8,
    draw: dots,
    swatch: { path: 'M5 4h.1M13 4h.1M21 4h.1M9 8h.1M17 8h.1M5 12h.1M13 12h.1M21 12h.1', stroke: 'dots', width: 2, cap: 'round' },
  },
  {
    name: 'cross',
    size: 9,
    draw: cross,
    swatch: { path: 'M4 5h4M6 3v4M11 11h4M13 9v4M18 5h4M20 3v4', stroke: 'dots', width: 1, cap: 'butt' },
  },
];

function hatch(context: TileDrawing, theme: Theme): void {
  context.strokeStyle = theme.hatch;
  context.lineWidth = 0.9;
  context.beginPath();
  for (const shift of [-8, 0, 8]) {
    context.moveTo(shift - 2, 10);
    context.lineTo(shift + 10, -2);
  }
  context.stroke();
}

function dots(context: TileDrawing, theme: Theme): void {
  context.fillStyle = theme.dots;
  for (const [x, y] of [
    [2, 2],
    [6, 6],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 0.9, 0, 2 * Math.PI);
    context.fill();
  }
}

function cross(context: TileDrawing, theme: Theme): void {
  context.strokeStyle = theme.dots;
  context.lineWidth = 0.9;
  context.beginPath();
  context.moveTo(4.5, 2.5);
  context.lineTo(4.5, 6.5);
  context.moveTo(2.5, 4.5);
  context.lineTo(6.5, 4.5);
  context.stroke();
}
