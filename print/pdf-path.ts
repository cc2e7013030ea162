import type { Path } from '../web/cartography/drawing.ts';

/** A path as a list of steps, to be written with any transform. */
export class PdfPath implements Path {
  readonly #steps: Step[] = [];

  moveTo(x: number, y: number): void {
    this.#steps.push({ sign: 'm', points: [x, y] });
  }

  lineTo(x: number, y: number): void {
    this.#steps.push({ sign: 'l', points: [x, y] });
  }

  closePath(): void {
    this.#steps.push({ sign: 'h', points: [] });
  }

  /** A whole circle, whatever the angles: the map draws no other arc. */
  arc(x: number, y: number, radius: number): void {
    const handle = radius * CIRCLE_HANDLE;
    this.moveTo(x + radius, y);
    for (const [[startX, startY], [endX, endY]] of QUARTERS) {
      const [x1, y1] = [x + startX * radius + endX * handle, y + startY * radius + endY * handle];
      const [x2, y2] = [x + endX * radius + startX * handle, y + endY * radius + startY * handle];
      this.#steps.push({ sign: 'c', points: [x1, y1, x2, y2, x + endX * radius, y + endY * radius] });
    }
    this.closePath();
  }

  addPath(path: PdfPath): void {
    for (const step of path.#steps) this.#steps.push(step);
  }

  /** The operators that build it, its points scaled and then moved; parts that lie outside of what is seen are left out. */
  operators({ scale, left, top }: Transform, seen?: Edges): string {
    const lines: string[] = [];
    let part: string[] = [];
    let edges: Edges = NOWHERE;
    const end = () => {
      if (seen === undefined || overlap(edges, seen)) lines.push(...part);
      [part, edges] = [[], NOWHERE];
    };
    for (const { sign, points } of this.#steps) {
      if (sign === 'm') end();
      const moved = points.map((number, index) => round(number * scale + (index % 2 === 0 ? left : top)));
      for (let at = 0; at < moved.length; at += 2) edges = around(edges, moved[at] ?? 0, moved[at + 1] ?? 0);
      part.push([...moved, sign].join(' '));
    }
    end();
    return lines.join('\n');
  }
}

/** Equal in both directions and never turned. */
export type Transform = { scale: number; left: number; top: number };

/** Left, top, right and bottom. */
export type Edges = readonly [left: number, top: number, right: number, bottom: number];

const NOWHERE: Edges = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];

function around([left, top, right, bottom]: Edges, x: number, y: number): Edges {
  return [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
}

function overlap(a: Edges, b: Edges): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

type Step = { sign: 'm' | 'l' | 'h' | 'c'; points: readonly number[] };

/** Length of the handles by which four Bézier curves are a circle. */
const CIRCLE_HANDLE = 0.5523;
const QUARTERS = [
  [
    [1, 0],
    [0, 1],
  ],
  [
    [0, 1],
    [-1, 0],
  ],
  [
    [-1, 0],
    [0, -1],
  ],
  [
    [0, -1],
    [1, 0],
  ],
] as const;

/** Hundredths of a point: a sixth of a dot of 1200 an inch. */
export function round(points: number): number {
  return Math.round(points * 100) / 100;
}
