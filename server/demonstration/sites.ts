import { Delaunay } from 'd3-delaunay';
import clipping from 'polygon-clipping';
import type { DistrictFact } from '../../data/facts/districts.ts';
import type { Outline } from './outline.ts';
import { windowOf } from './outline.ts';
import { areaOf, at, boxOf, distance, isInside, type Point, type Shape, toPlane, UNIT_KM } from './plane.ts';
import { type Random, randomOf } from './random.ts';

/** A small cell's centre and the commune whose land it is: a commune is a handful of such cells. */
export type Site = { point: Point; commune: string };

export type Ground = {
  outline: Outline;
  districts: readonly DistrictFact[];
  /** Communes each district has, by its code. */
  communes: ReadonlyMap<string, number>;
  /** Points that must lie in a province, such as its border crossings. */
  anchors: readonly { point: Point; province: string }[];
};

const SITES_PER_COMMUNE = 7;
/** Candidates a site is chosen from: the farthest from its neighbours wins (Mitchell's best candidate). */
const CANDIDATES = 7;
/** Share of the sites drawn halfway to the district's middle, where people live closer together. */
const CENTRED_SHARE = 0.35;

/** Scatters the sites of all communes: each district's land is what lies nearest to its point. */
export function scatterSites(ground: Ground): Site[] {
  const middles = ground.districts.map(({ lng, lat }) => toPlane(lng, lat));
  const { west, south, east, north } = windowOf(ground.outline);
  const cells = Delaunay.from(middles).voronoi([west - 1, south - 1, east + 1, north + 1]);
  const anchors = anchorPoints(ground, middles);
  return ground.districts.flatMap(({ code }, index) => {
    const land = clipping.intersection([cells.cellPolygon(index) as Point[]], ground.outline.land) as Shape[];
    const communes = ground.communes.get(code) ?? 0;
    const random = randomOf(`sites ${code}`);
    const fixed = anchors.filter(({ district }) => district === code).map(({ point }) => point);
    const foreign = anchors.filter(({ district }) => district !== code).map(({ point }) => point);
    const points = scatter({ land, middle: at(middles, index), number: communes * SITES_PER_COMMUNE, fixed, foreign }, random);
    return groupToCommunes(points, communes, random).map((commune, site) => ({
      point: at(points, site),
      commune: `${code}${String(commune + 1).padStart(2, '0')}`,
    }));
  });
}

type Scatter = { land: readonly Shape[]; middle: Point; number: number; fixed: readonly Point[]; foreign: readonly Point[] };

function scatter({ land, middle, number, fixed, foreign }: Scatter, random: Random): Point[] {
  const box = boxOf(land.flat(2));
  const anywhere = (): Point => {
    for (;;) {
      const point: Point = [random.between(box.west, box.east), random.between(box.south, box.north)];
      if (isInside(point, land)) return point;
    }
  };
  const candidate = (): Point => {
    const point = anywhere();
    if (!random.chance(CENTRED_SHARE)) return point;
    const nearer: Point = [(point[0] + middle[0]) / 2, (point[1] + middle[1]) / 2];
    return isInside(nearer, land) ? nearer : point;
  };
  const points = [...fixed];
  const spacing = 0.5 * Math.sqrt(land.reduce((sum, shape) => sum + areaOf(shape), 0) / number);
  while (points.length < number) {
    const taken = [...points, ...foreign];
    let best = { point: candidate(), room: -1 };
    for (let tries = 0; tries < CANDIDATES; tries += 1) {
      const point = candidate();
      const room = Math.min(spacing * 4, ...taken.map((other) => distance(point, other)));
      if (room > best.room) best = { point, room };
    }
    points.push(best.point);
  }
  return points;
}

/** Lloyd's k-means: which of the communes each point belongs to; every commune has at least one. */
function groupToCommunes(points: readonly Point[], communes: number, random: Random): number[] {
  let centres = firstCentres(points, communes, random);
  let groups: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const next = points.map((point) => nearest(centres, point));
    if (new Set(next).size < communes) break;
    groups = next;
    centres = centres.map((_, group) => mean(points.filter((_, index) => groups[index] === group)));
  }
  if (groups.length === 0) throw new Error(`${points.length} points cannot be shared by ${communes} communes`);
  return groups;
}

function firstCentres(points: readonly Point[], communes: number, random: Random): Point[] {
  const centres = [random.pick(points)];
  while (centres.length < communes) {
    const weights = points.map((point) => distance(point, at(centres, nearest(centres, point))) ** 2);
    let mark = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
    const chosen = weights.findIndex((weight) => {
      mark -= weight;
      return weight > 0 && mark <= 0;
    });
    centres.push(at(points, chosen < 0 ? weights.indexOf(Math.max(...weights)) : chosen));
  }
  return centres;
}

function nearest(centres: readonly Point[], point: Point): number {
  let best = 0;
  for (let index = 1; index < centres.length; index += 1) {
    if (distance(at(centres, index), point) < distance(at(centres, best), point)) best = index;
  }
  return best;
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce<Point>(([x, y], [px, py]) => [x + px, y + py], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

/** Kilometres between the stepping stones that join an anchor to its district. */
const STONE_KM = 2.5;

/** Each anchor goes to the nearest district of its province, with stepping stones where another one's land lies between. */
function anchorPoints({ anchors, districts }: Ground, middles: readonly Point[]): { point: Point; district: string }[] {
  return anchors.flatMap(({ point, province }) => {
    const own = districts.map(({ code }, index) => ({ code, middle: at(middles, index) })).filter(({ code }) => code.startsWith(province));
    const home = own.reduce((best, one) => (distance(one.middle, point) < distance(best.middle, point) ? one : best));
    const steps = Math.ceil((distance(home.middle, point) * UNIT_KM) / STONE_KM);
    const stones: { point: Point; district: string }[] = [];
    for (let step = 0; step < steps; step += 1) {
      const share = step / steps;
      const stone: Point = [point[0] + (home.middle[0] - point[0]) * share, point[1] + (home.middle[1] - point[1]) * share];
      if (step > 1 && at(districts, nearest(middles, stone)).code === home.code) break;
      stones.push({ point: stone, district: home.code });
    }
    return stones;
  });
}
