import { YEARS } from '../../data/demo/programme.ts';
import { BY_COUNTRY, CROSSING_PULL, DESTINATION_PULL, type YearShape } from '../../data/demo/routes.ts';
import { CROSSINGS, type CrossingFact } from '../../data/facts/crossings.ts';
import { DESTINATIONS, type Destination } from '../../data/facts/destinations.ts';
import type { FlowRecord } from '../domain/records/record.ts';
import type { Commune } from './people.ts';
import { at, distance, toPlane, UNIT_KM } from './plane.ts';
import { type Random, randomOf } from './random.ts';

/** People a year of one corridor, before they are parted by year, direction and basis. */
type Corridor = { origin: Commune; crossing: CrossingFact; destination: Destination; weight: number };

const ORIGINS = { TH: 140, VN: 60, LA: 10 } as const;
const SOURCE = {
  recorded: 'Demonstration: invented records of crossing posts',
  estimated: 'Demonstration: invented estimates of communes',
} as const;

/** Invented flows over the 26 crossings, shaped like published ones: Poipet dominates, children are 6 to 15 of 100. */
export function planFlows(communes: readonly Commune[]): FlowRecord[] {
  return (['TH', 'VN', 'LA'] as const).flatMap((country) => {
    const corridors = planCorridors(country, communes);
    const sum = corridors.reduce((total, { weight }) => total + weight, 0);
    return YEARS.flatMap((year, index) =>
      corridors.flatMap((corridor) => toFlows(corridor, { year, share: corridor.weight / sum, shape: at(BY_COUNTRY[country], index) })),
    );
  });
}

function planCorridors(country: 'TH' | 'VN' | 'LA', communes: readonly Commune[]): Corridor[] {
  const crossings = CROSSINGS.filter((crossing) => crossing.country === country);
  const leaving = (commune: Commune) => {
    const random = randomOf(`leaving ${country} ${commune.pcode}`);
    const people = commune.population * Math.exp(0.6 * random.normal());
    if (country === 'TH') return people * commune.abroadShare;
    const km = Math.min(...crossings.map((crossing) => kmTo(commune, crossing)));
    return people * 0.02 * Math.exp(-km / 18);
  };
  const origins = communes
    .map((commune) => ({ commune, people: leaving(commune) }))
    .sort((a, b) => b.people - a.people)
    .slice(0, ORIGINS[country]);
  const nearest = crossings.map((crossing) => {
    const own = communes.filter((commune) => commune.province === crossing.province);
    const home = own.reduce((best, commune) => (kmTo(commune, crossing) < kmTo(best, crossing) ? commune : best));
    return { commune: home, people: leaving(home), through: crossing };
  });
  return [...nearest, ...origins.map((origin) => ({ ...origin, through: undefined }))].flatMap(({ commune, people, through }) => {
    const random = randomOf(`corridors ${country} ${commune.pcode} ${through?.id ?? ''}`);
    const chosen = through
      ? [through]
      : chooseSome(crossings, random.chance(0.35) ? 2 : 1, (crossing) => crossingPull(commune, crossing), random);
    return chosen.flatMap((crossing, rank) => {
      const places = DESTINATIONS.filter((destination) => destination.country === country);
      const targets = chooseSome(places, random.whole(1, 3), (place) => destinationPull(crossing, place), random);
      return targets.map((destination, order) => ({
        origin: commune,
        crossing,
        destination,
        weight: (people + 5) * (rank === 0 ? 1 : 0.35) * at([1, 0.45, 0.2], order),
      }));
    });
  });
}

function crossingPull(commune: Commune, crossing: CrossingFact): number {
  const category = crossing.category === 'international' ? 1 : 0.35;
  return (CROSSING_PULL[crossing.id] ?? 1) * category * Math.exp(-kmTo(commune, crossing) / 45);
}

function destinationPull(crossing: CrossingFact, { lng, lat, province }: Destination): number {
  const km = distance(toPlane(crossing.lng, crossing.lat), toPlane(lng, lat)) * UNIT_KM;
  return (DESTINATION_PULL[province] ?? 0.3) + 2 * Math.exp(-km / 45);
}

function kmTo({ point }: Commune, { lng, lat }: CrossingFact): number {
  return distance(point, toPlane(lng, lat)) * UNIT_KM;
}

/** Draws a few different items, each as likely as its pull, the strongest of them first. */
function chooseSome<Item>(items: readonly Item[], number: number, pull: (item: Item) => number, random: Random): Item[] {
  return items
    .map((item) => ({ item, pull: pull(item), key: -Math.log(1 - random.next()) / Math.max(1e-12, pull(item)) }))
    .sort((a, b) => a.key - b.key)
    .slice(0, number)
    .sort((a, b) => b.pull - a.pull)
    .map(({ item }) => item);
}

function toFlows({ origin, crossing, destination }: Corridor, asked: { year: number; share: number; shape: YearShape }): FlowRecord[] {
  const { year, share, shape } = asked;
  const random = randomOf(`flow ${origin.pcode} ${crossing.id} ${destination.province} ${year}`);
  return (['out', 'return'] as const).flatMap((direction) => {
    const people = share * shape[direction] * Math.exp(0.3 * random.normal());
    const recordedShare = crossing.category === 'international' ? random.between(0.35, 0.75) : random.between(0, 0.25);
    return (['recorded', 'estimated'] as const).flatMap((basis): FlowRecord[] => {
      const all = Math.round(people * (basis === 'recorded' ? recordedShare : 1 - recordedShare));
      if (all < 1) return [];
      const children = Math.min(all, random.count(all * random.between(0.06, 0.15)));
      const { country: destinationCountry, province: destinationProvince } = destination;
      const corridor = { origin: origin.pcode, crossing: crossing.id, destinationCountry, destinationProvince, direction };
      return [{ ...corridor, period: String(year), children, adults: all - children, basis, source: SOURCE[basis] }];
    });
  });
}
