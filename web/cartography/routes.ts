import type { BorderCountry, Crossing, Flow, FlowList, LevelColumns } from '@atlas/server/contracts';
import { bearing, bezierSpline, destination, distance, lineString, midpoint } from '@turf/turf';

/** Longitude and latitude in degrees. */
export type LngLat = [lng: number, lat: number];

/** One half of the corridors that share it: from an origin to a crossing, or from a crossing to a destination, or the way back. */
export type Leg = {
  id: string;
  half: 'inland' | 'abroad';
  /** Place code of the origin, for an inland leg; name of the province abroad, for the other. */
  end: string;
  crossing: string;
  country: BorderCountry;
  direction: 'out' | 'return';
  basis: 'recorded' | 'estimated';
  children: number;
  adults: number;
  isClosed: boolean;
  /** In the direction of travel. */
  from: LngLat;
  to: LngLat;
};

type Flows = Pick<FlowList, 'flows' | 'destinations'>;
type Ends = { crossings: readonly Crossing[]; originPoint: (pcode: string) => LngLat | undefined };

/**
 * Legs of all flows, people added up where corridors share a half; recorded and estimated, out and return stay apart. What
 * has no place on the map has no leg: `countOffMap` says how many people that are.
 */
export function toLegs({ flows, destinations }: Flows, ends: Ends): Leg[] {
  const legs = new Map<string, Leg>();
  for (const flow of flows) for (const half of halvesOf(flow, { ...ends, destinations })) add(legs, flow, half);
  return [...legs.values()].sort((a, b) => people(b) - people(a));
}

/** People of flows: all of them, those of whose way no half can be drawn, and those of whose way only one half can. */
export type OffMap = { all: number; wholly: number; partly: number };

/** Who cannot be drawn in full: the crossing is unknown, or the origin or the destination has no point. */
export function countOffMap({ flows, destinations }: Flows, ends: Ends): OffMap {
  const count = { all: 0, wholly: 0, partly: 0 };
  for (const flow of flows) {
    const drawn = halvesOf(flow, { ...ends, destinations }).length;
    count.all += people(flow);
    if (drawn === 0) count.wholly += people(flow);
    if (drawn === 1) count.partly += people(flow);
  }
  return count;
}

/** `share` is the part of all people of the legs asked for that the drawn ones hold; `offMap` counts who has no leg at all, or half of one. */
export type LegsShown = { legs: readonly Leg[]; maximum: number; share: number; offMap: OffMap };

type Asked = {
  crossings: readonly Crossing[];
  provinces: Pick<LevelColumns, 'pcodes' | 'lngs' | 'lats'>;
  /** Flows of the whole country; false: of one crossing or province. */
  isWhole: boolean;
};

/** The legs that are drawn of flows: only the largest, more of them for one crossing or province. Origins lie at their province's point. */
export function legsOf(flows: FlowList, { crossings, provinces, isWhole }: Asked): LegsShown {
  const originPoint = (pcode: string): LngLat | undefined => {
    const index = provinces.pcodes.indexOf(pcode.slice(0, 2));
    const [lng, lat] = [provinces.lngs[index], provinces.lats[index]];
    return lng === undefined || lat === undefined ? undefined : [lng, lat];
  };
  const ends = { crossings, originPoint };
  const largest = largestLegs(toLegs(flows, ends), isWhole ? OF_COUNTRY : OF_ONE);
  return { ...largest, maximum: flows.maximum, offMap: countOffMap(flows, ends) };
}

type Half = Omit<Leg, 'id' | 'children' | 'adults'>;

/** The halves of a flow that have both their ends on the map. */
function halvesOf(flow: Flow, { crossings, originPoint, destinations }: Ends & Pick<FlowList, 'destinations'>): Half[] {
  const crossing = crossings.find(({ id }) => id === flow.crossing);
  if (crossing === undefined) return [];
  const at: LngLat = [crossing.lng, crossing.lat];
  const { direction, basis, destinationCountry: country } = flow;
  const common = { crossing: crossing.id, country, direction, basis, isClosed: crossing.status === 'closed' };
  const halves: Half[] = [];
  const origin = originPoint(flow.origin);
  if (origin !== undefined) halves.push({ ...common, half: 'inland', end: flow.origin, ...directed(direction, origin, at) });
  const abroad = destinations.find((end) => end.country === country && end.province === flow.destinationProvince);
  if (abroad !== undefined)
    halves.push({ ...common, half: 'abroad', end: abroad.province, ...directed(direction, at, [abroad.lng, abroad.lat]) });
  return halves;
}

function directed(direction: 'out' | 'return', inner: LngLat, outer: LngLat): { from: LngLat; to: LngLat } {
  return direction === 'out' ? { from: inner, to: outer } : { from: outer, to: inner };
}

function add(legs: Map<string, Leg>, { children, adults }: { children: number; adults: number }, leg: Half): void {
  const id = [leg.half, leg.end, leg.crossing, leg.direction, leg.basis].join(' ');
  const known = legs.get(id) ?? { ...leg, id, children: 0, adults: 0 };
  legs.set(id, { ...known, children: known.children + children, adults: known.adults + adults });
}

/** How many legs of each country and half are drawn, and the smallest of them as a share of the largest: more cannot be told apart. */
type Sparing = { most: number; floor: number };
/** For the whole country, and for one crossing or province. */
export const OF_COUNTRY: Sparing = { most: 8, floor: 0.12 };
const OF_ONE: Sparing = { most: 14, floor: 0.03 };

/** The largest legs of each country and half, so that the map can be read, and the share of all people they hold. */
export function largestLegs(legs: readonly Leg[], { most, floor }: Sparing): { legs: Leg[]; share: number } {
  const groups = Map.groupBy(legs, ({ country, half }) => `${country} ${half}`);
  const largest = [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => people(b) - people(a));
    const smallest = floor * Math.max(0, ...group.map(people));
    return sorted.slice(0, most).filter((leg) => people(leg) >= smallest);
  });
  const all = sum(legs);
  return { legs: largest, share: all === 0 ? 1 : sum(largest) / all };
}

function sum(legs: readonly Leg[]): number {
  return legs.reduce((total, leg) => total + people(leg), 0);
}

export function people({ children, adults }: { children: number; adults: number }): number {
  return children + adults;
}

const WIDEST_PIXELS = 12;
const NARROWEST_PIXELS = 1.2;

/** Width of a leg in pixels: its square grows with the number of people; the same number has the same width in every year. */
export function widthPixels(number: number, maximum: number): number {
  if (maximum <= 0) return NARROWEST_PIXELS;
  return Math.max(NARROWEST_PIXELS, WIDEST_PIXELS * Math.sqrt(Math.min(1, number / maximum)));
}

/** How far a leg swings out to the right of travel, as a share of its length: no two legs of the same ends lie on each other. */
const SWING = { recorded: 0.13, estimated: 0.2 } as const;
const STEPS = 28;

/** The leg as a curve in the direction of travel, of one point more than steps. */
export function toCurve({ from, to, basis }: Pick<Leg, 'from' | 'to' | 'basis'>, steps = STEPS): LngLat[] {
  const apart = distance(from, to);
  if (apart === 0) return [from, to];
  const swung = destination(midpoint(from, to), apart * SWING[basis], bearing(from, to) + 90);
  const spline = bezierSpline(lineString([from, swung.geometry.coordinates, to]), { resolution: 2000, sharpness: 0.9 });
  const points = spline.geometry.coordinates;
  return Array.from({ length: steps + 1 }, (_, step) => {
    const [lng = 0, lat = 0] = points[Math.round((step * (points.length - 1)) / steps)] ?? [];
    return [lng, lat];
  });
}

/** Widths along a curve of so many points: a third at the start, full at the end, so that the direction shows in print too. */
export function taper(width: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => width * (0.3 + 0.7 * (index / Math.max(1, count - 1))));
}
