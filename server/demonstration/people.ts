import { CROSSINGS } from '../../data/facts/crossings.ts';
import { PROVINCES, type ProvinceFact } from '../../data/facts/provinces.ts';
import type { Pcode } from '../contracts/pcode.ts';
import type { Geometry } from './geometry.ts';
import { areaOf, distance, type Point, type Shape, toPlane, toShapes, UNIT_KM } from './plane.ts';
import { randomOf } from './random.ts';

/** An invented commune and the people in it, from which all other numbers follow. */
export type Commune = {
  pcode: Pcode;
  province: Pcode;
  point: Point;
  villages: number;
  population: number;
  /** People under 18. */
  children: number;
  households: number;
  poorShare: number;
  /** Share of the adults who work abroad. */
  abroadShare: number;
  toThailandKm: number;
  toVietNamKm: number;
};

const PEOPLE_A_HOUSEHOLD = 4.4;
/** People grew in number by about this much between the census of 2019 and 2024. */
const GROWTH = 1.06;
/** Share of people under 18 by province, rounded from the 2011 commune figures and the ageing since; others the country's. */
const UNDER_18: Readonly<Record<string, number>> = { '12': 0.28, '16': 0.45, '11': 0.43, '13': 0.41, '14': 0.33, '20': 0.32 };
const UNDER_18_COUNTRY = 0.355;

/** Peoples the communes: provinces hold as many as the census counted, each commune an invented part of them. */
export function peopleCommunes({ communes }: Geometry): Commune[] {
  return PROVINCES.flatMap((province) => {
    const own = [...communes].filter(([pcode]) => pcode.startsWith(province.code));
    const weights = own.map(([pcode]) => Math.exp(0.45 * randomOf(`people ${pcode}`).normal()));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return own.map(([pcode, geometry], index) =>
      toCommune(pcode, { province, share: (weights[index] ?? 0) / sum, shapes: toShapes(geometry), count: own.length }),
    );
  });
}

type Part = { province: ProvinceFact; share: number; shapes: Shape[]; count: number };

function toCommune(pcode: Pcode, { province, share, shapes, count }: Part): Commune {
  const random = randomOf(`commune ${pcode}`);
  const point = middleOf(shapes);
  const population = Math.round(province.population2019 * GROWTH * share);
  const areaSquareKm = shapes.reduce((sum, shape) => sum + areaOf(shape), 0) * UNIT_KM ** 2;
  const underEighteen = (UNDER_18[province.code] ?? UNDER_18_COUNTRY) * Math.exp(0.06 * random.normal());
  const toThailandKm = toNearest(point, 'TH');
  const toVietNamKm = toNearest(point, 'VN');
  const remoteness = Math.min(1, areaSquareKm / 400);
  return {
    pcode,
    province: province.code,
    point,
    villages: Math.max(2, Math.round((province.villages / count) * Math.exp(0.3 * random.normal()))),
    population,
    children: Math.round(population * underEighteen),
    households: Math.round(population / PEOPLE_A_HOUSEHOLD),
    poorShare: Math.min(0.6, Math.max(0.03, (0.13 + 0.1 * remoteness) * Math.exp(0.35 * random.normal()))),
    abroadShare: Math.min(0.5, abroadShare(province.code, toThailandKm) * Math.exp(0.75 * random.normal())),
    toThailandKm,
    toVietNamKm,
  };
}

/** Decays with the distance to Thailand; Prey Veng and Siem Reap send more than their distance says. */
function abroadShare(province: Pcode, toThailandKm: number): number {
  const cluster = { '14': 0.03, '17': 0.03, '06': 0.015, '03': 0.01 }[province] ?? 0;
  return 0.004 + cluster + 0.11 * Math.exp(-toThailandKm / 55);
}

function middleOf(shapes: readonly Shape[]): Point {
  const ring = shapes.toSorted((a, b) => areaOf(b) - areaOf(a))[0]?.[0] ?? [];
  const sum = ring.reduce<Point>(([x, y], [px, py]) => [x + px, y + py], [0, 0]);
  return [sum[0] / ring.length, sum[1] / ring.length];
}

function toNearest(point: Point, country: 'TH' | 'VN'): number {
  const own = CROSSINGS.filter((crossing) => crossing.country === country);
  return Math.min(...own.map(({ lng, lat }) => distance(point, toPlane(lng, lat)))) * UNIT_KM;
}
