import { at, distance, type Point } from './plane.ts';
import { randomOf } from './random.ts';

/** How far a border may stray from the straight line, as a share of its length. */
const STRAY = 0.13;

/**
 * Turns a straight-edged border between two places into one that looks surveyed along streams and paths:
 * its corners are cut, then midpoints are displaced again and again. The ends stay where they are.
 * `calm` between 0 (as drawn) and 1 (only the given corners).
 */
export function wander(line: readonly Point[], { seed, step, calm }: { seed: string; step: number; calm: number }): Point[] {
  if (calm >= 1) return [...line];
  const random = randomOf(seed);
  const smooth = calm > 0.7 ? [...line] : cutCorners(line);
  const displaced: Point[] = [at(smooth, 0)];
  const walk = (from: Point, to: Point) => {
    const length = distance(from, to);
    if (length < step * 1.6) {
      displaced.push(to);
      return;
    }
    const share = random.between(0.4, 0.6);
    const stray = Math.max(-2, Math.min(2, random.normal())) * STRAY * (1 - calm);
    const middle: Point = [
      from[0] + (to[0] - from[0]) * share - (to[1] - from[1]) * stray,
      from[1] + (to[1] - from[1]) * share + (to[0] - from[0]) * stray,
    ];
    walk(from, middle);
    walk(middle, to);
  };
  for (let index = 1; index < smooth.length; index += 1) walk(at(smooth, index - 1), at(smooth, index));
  return displaced;
}

/** Chaikin's corner cutting, once, the two ends kept. */
function cutCorners(line: readonly Point[]): Point[] {
  if (line.length < 3) return [...line];
  const cut: Point[] = [at(line, 0)];
  for (let index = 1; index < line.length - 1; index += 1) {
    const [before, corner, after] = [at(line, index - 1), at(line, index), at(line, index + 1)];
    cut.push(between(corner, before, 0.3), between(corner, after, 0.3));
  }
  cut.push(at(line, line.length - 1));
  return cut;
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}

/**
 * Names the lines that cross another line or themselves, by index. Touching at a common end is no crossing.
 * A grid of buckets keeps the work near-linear.
 */
export function crossingLines(lines: readonly (readonly Point[])[], bucket: number): Set<number> {
  const grid = new Map<string, [number, Point, Point][]>();
  const crossing = new Set<number>();
  lines.forEach((line, index) => {
    for (let end = 1; end < line.length; end += 1) {
      const [a, b] = [at(line, end - 1), at(line, end)];
      for (const key of bucketsOf(a, b, bucket)) {
        const others = grid.get(key) ?? [];
        for (const [other, c, d] of others) {
          if (!cross(a, b, c, d)) continue;
          crossing.add(index).add(other);
        }
        others.push([index, a, b]);
        grid.set(key, others);
      }
    }
  });
  return crossing;
}

function* bucketsOf(a: Point, b: Point, bucket: number): Generator<string> {
  const [west, east] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])].map((x) => Math.floor(x / bucket)) as [number, number];
  const [south, north] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])].map((y) => Math.floor(y / bucket)) as [number, number];
  for (let x = west; x <= east; x += 1) for (let y = south; y <= north; y += 1) yield `${x} ${y}`;
}

function cross(a: Point, b: Point, c: Point, d: Point): boolean {
  if (same(a, c) || same(a, d) || same(b, c) || same(b, d)) return false;
  return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

function same(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function side(a: Point, b: Point, c: Point): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
}
