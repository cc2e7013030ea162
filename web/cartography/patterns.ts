import type { Theme } from './palettes.ts';

/** Tile of a state's pattern: `draw` fills one square of so many pixels a side, which repeats without a seam. */
export type Pattern = { name: 'hatch' | 'dots' | 'cross'; size: number; draw: (context: CanvasRenderingContext2D, theme: Theme) => void };

/** The patterns of states, one drawing for every renderer. */
export const PATTERNS: readonly Pattern[] = [
  { name: 'hatch', size: 8, draw: hatch },
  { name: 'dots', size: 8, draw: dots },
  { name: 'cross', size: 9, draw: cross },
];

function hatch(context: CanvasRenderingContext2D, theme: Theme): void {
  context.strokeStyle = theme.hatch;
  context.lineWidth = 0.9;
  context.beginPath();
  for (const shift of [-8, 0, 8]) {
    context.moveTo(shift - 2, 10);
    context.lineTo(shift + 10, -2);
  }
  context.stroke();
}

function dots(context: CanvasRenderingContext2D, theme: Theme): void {
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

function cross(context: CanvasRenderingContext2D, theme: Theme): void {
  context.strokeStyle = theme.dots;
  context.lineWidth = 0.9;
  context.beginPath();
  context.moveTo(4.5, 2.5);
  context.lineTo(4.5, 6.5);
  context.moveTo(2.5, 4.5);
  context.lineTo(6.5, 4.5);
  context.stroke();
}
