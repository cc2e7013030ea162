import type { Pixel } from './pixels.ts';

/** A line and how wide it is at each of its points, in pixels. */
export type Course = { points: readonly Pixel[]; widths: readonly number[] };

const CAP_PIECES = 8;

/** The outline of a course: along its left side, around its end, back along its right side. */
export function toRibbon({ points, widths }: Course, { isRound }: { isRound: boolean }): Pixel[] {
  const sides = points.map(([x, y], index) => {
    const [alongX, alongY] = directionAt(points, index);
    const half = (widths[index] ?? 0) / 2;
    return { left: [x + alongY * half, y - alongX * half] as const, right: [x - alongY * half, y + alongX * half] as const };
  });
  const cap = isRound ? capOf(points, (widths.at(-1) ?? 0) / 2) : [];
  return [...sides.map(({ left }) => left), ...cap, ...sides.map(({ right }) => right).reverse()];
}

/** Direction of a line at one of its points, of length 1: from the point before to the one behind. */
function directionAt(points: readonly Pixel[], index: number): Pixel {
  const [beforeX, beforeY] = points[Math.max(0, index - 1)] ?? [0, 0];
  const [afterX, afterY] = points[Math.min(points.length - 1, index + 1)] ?? [0, 0];
  const length = Math.hypot(afterX - beforeX, afterY - beforeY);
  return length === 0 ? [1, 0] : [(afterX - beforeX) / length, (afterY - beforeY) / length];
}

/** Half a circle around the last point, from left to right. */
function capOf(points: readonly Pixel[], radius: number): Pixel[] {
  const [x, y] = points.at(-1) ?? [0, 0];
  const [alongX, alongY] = directionAt(points, points.length - 1);
  return Array.from({ length: CAP_PIECES - 1 }, (_, piece) => {
    const angle = (Math.PI * (piece + 1)) / CAP_PIECES;
    const [aside, ahead] = [Math.cos(angle) * radius, Math.sin(angle) * radius];
    return [x + alongY * aside + alongX * ahead, y - alongX * aside + alongY * ahead] as const;
  });
}

/** Cuts a course into dashes of a length with gaps between them, in pixels along it. */
export function toDashes({ points, widths }: Course, { dash, gap }: { dash: number; gap: number }): Course[] {
  const dashes = new Map<number, { points: Pixel[]; widths: number[] }>();
  let along = 0;
  for (let index = 0; index + 1 < points.length; index += 1) {
    const [[fromX, fromY], [toX, toY]] = [points[index] ?? [0, 0], points[index + 1] ?? [0, 0]];
    const [fromWidth, toWidth] = [widths[index] ?? 0, widths[index + 1] ?? 0];
    const length = Math.hypot(toX - fromX, toY - fromY);
    for (const { number, ends } of piecesBetween(along, along + length, { dash, gap })) {
      const known = dashes.get(number) ?? { points: [], widths: [] };
      dashes.set(number, known);
      for (const end of known.points.length === 0 ? ends : ends.slice(1)) {
        const share = (end - along) / length;
        known.points.push([fromX + (toX - fromX) * share, fromY + (toY - fromY) * share]);
        known.widths.push(fromWidth + (toWidth - fromWidth) * share);
      }
    }
    along += length;
  }
  return [...dashes.values()];
}

type Piece = { number: number; ends: readonly [start: number, end: number] };

/** The parts of a stretch that are drawn: of which dash, and from where to where along the course. */
function piecesBetween(from: number, to: number, { dash, gap }: { dash: number; gap: number }): Piece[] {
  const pieces: Piece[] = [];
  const step = dash + gap;
  for (let number = Math.floor(from / step); number * step < to; number += 1) {
    const [start, end] = [Math.max(from, number * step), Math.min(to, number * step + dash)];
    if (start < end) pieces.push({ number, ends: [start, end] });
  }
  return pieces;
}
