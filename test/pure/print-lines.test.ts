import { describe, expect, it } from 'vitest';
import { gatherWorkshops } from '../../print/draw-workshops.ts';
import { toColumns } from '../../print/legend-columns.ts';
import { toDashes, toRibbon } from '../../print/ribbon.ts';
import { addSign } from '../../print/sign-path.ts';
import { WORKSHOP_TYPES } from '../../server/contracts/lists.ts';
import { SIGN_SIZE, workshopSign } from '../../web/cartography/signs.ts';

const EASTWARDS = {
  points: [
    [0, 10],
    [20, 10],
    [30, 10],
  ],
  widths: [2, 4, 6],
} as const;

describe('a route on paper', () => {
  it('is a ribbon as wide at each point as it is said to be', () => {
    expect(toRibbon(EASTWARDS, { isRound: false })).toEqual([
      [0, 9],
      [20, 8],
      [30, 7],
      [30, 13],
      [20, 12],
      [0, 11],
    ]);
  });

  it('ends in half a circle ahead of its last point', () => {
    const ends = toRibbon(EASTWARDS, { isRound: true }).filter(([x]) => x > 30.001);
    expect(ends.length).toBeGreaterThan(4);
    for (const [x, y] of ends) expect(Math.hypot(x - 30, y - 10)).toBeCloseTo(3);
  });

  it('that is estimated is cut into dashes that run on over its corners', () => {
    const dashes = toDashes(EASTWARDS, { dash: 9, gap: 4 });
    expect(dashes.map(({ points }) => points.map(([x]) => x))).toEqual([
      [0, 9],
      [13, 20, 22],
      [26, 30],
    ]);
    expect(dashes[1]?.widths).toEqual([3.3, 4, 4.4].map((width) => expect.closeTo(width)));
  });
});

describe('a sign on paper', () => {
  it.each([...WORKSHOP_TYPES, 'several'] as const)('of %s keeps within its square', (type) => {
    const points = pointsOf(workshopSign(type).path);
    expect(points.length).toBeGreaterThan(2);
    for (const [x, y] of points) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(SIGN_SIZE);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(SIGN_SIZE);
    }
  });

  it('of a VSNP workshop is a circle', () => {
    for (const [x, y] of pointsOf(workshopSign('vsnp').path)) expect(Math.hypot(x - 8, y - 8)).toBeCloseTo(5);
  });

  it('that is written in another way is refused', () => {
    expect(() => pointsOf('M1 1C2 2 3 3 4 4')).toThrow('"C"');
  });
});

describe('workshops on paper', () => {
  const at = (lng: number, events: number) => ({ pcode: '010101', sign: 'tot' as const, events, lng, lat: 0 });
  const placed = { pixelOf: (lng: number) => [lng, 0] as const, enlarged: 1 };

  it('that are close together are gathered to the middle of their events, until the map is near', () => {
    const signs = [at(0, 1), at(30, 3), at(200, 2)];
    const far = gatherWorkshops(signs, { ...placed, zoom: 7 });
    expect(far.map(({ x, events, signs: own }) => [x, events, own.length])).toEqual([
      [22.5, 4, 2],
      [200, 2, 1],
    ]);
    expect(gatherWorkshops(signs, { ...placed, zoom: 9.5 })).toHaveLength(3);
  });
});

describe('a legend', () => {
  it('fills its columns one after the other and never cuts a block', () => {
    expect(toColumns([50, 40, 30], { count: 2, height: 100, gap: 10 })).toEqual([0, 0, 1]);
    expect(toColumns([50, 40, 30, 80], { count: 2, height: 100, gap: 10 })).toBeUndefined();
    expect(toColumns([101], { count: 2, height: 100, gap: 10 })).toBeUndefined();
  });
});

function pointsOf(written: string): [number, number][] {
  const points: [number, number][] = [];
  const add = (x: number, y: number) => void points.push([x, y]);
  addSign({ moveTo: add, lineTo: add, closePath: () => {}, arc: () => {}, addPath: () => {} }, written, { x: 0, y: 0, scale: 1 });
  return points;
}
