import type { Cell, ExactTable, Relation } from '../../server/domain/disclosure/table.ts';

/** An invented country of the size of Cambodia: how many children of each sex, age and category a commune has. */
export type InventedCommune = { province: number; district: number; isAssessed: boolean; atoms: number[] };

const SEXES = 2;
const AGES = 4;
const CATEGORIES = 5;
const ATOMS = SEXES * AGES * CATEGORIES;
/** A district's number is missed more than a commune's. */
const WEIGHTS = { district: 2, province: 4, country: 16 };

/** 25 provinces, 204 districts, 1,652 communes, 70 % assessed, lognormal size (median 18, sigma 0.9); the same for a seed. */
export function inventCountry(seed: number, size = { provinces: 25, districts: 204, communes: 1652 }): InventedCommune[] {
  const random = seeded(seed);
  const shares = Array.from({ length: ATOMS }, () => 0.3 + random());
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return Array.from({ length: size.communes }, (_, commune) => {
    const district = Math.floor((commune * size.districts) / size.communes);
    const province = Math.floor((district * size.provinces) / size.districts);
    const isAssessed = random() < 0.7;
    const atoms = new Array<number>(ATOMS).fill(0);
    const children = isAssessed ? Math.floor(18 * Math.exp(0.9 * normal(random))) : 0;
    for (let child = 0; child < children; child += 1) {
      let mark = random() * whole;
      const atom = shares.findIndex((share) => {
        mark -= share;
        return mark <= 0;
      });
      atoms[Math.max(0, atom)] = (atoms[Math.max(0, atom)] ?? 0) + 1;
    }
    return { province, district, isAssessed, atoms };
  });
}

/** Totals of communes, districts and provinces. */
export function totalsOnly(communes: readonly InventedCommune[], hasCountry = true): ExactTable {
  const assessed = communes.filter((commune) => commune.isAssessed);
  const truth = assessed.map(({ atoms }) => atoms.reduce((sum, count) => sum + count, 0));
  const cells: Cell[] = truth.map((_, position) => ({ key: `commune ${position}`, counts: [position] }));
  for (const level of ['district', 'province'] as const) {
    for (const [place, counts] of groups(assessed, (commune) => commune[level]))
      cells.push({ key: `${level} ${place}`, counts, weight: WEIGHTS[level] });
  }
  if (hasCountry) cells.push({ key: 'country', counts: truth.map((_, position) => position), weight: WEIGHTS.country });
  return { counts: truth.length, cells, relations: [], truth };
}

/** Province x sex x age x category, district x (sex x age) and x category, commune x sex; the country's cells where asked. */
export function detailed(communes: readonly InventedCommune[], hasCountry: boolean): ExactTable {
  const assessed = communes.filter((commune) => commune.isAssessed);
  const truth: number[] = [];
  const cells: Cell[] = [];
  const relations: Relation[] = [];
  const add = (count: number) => truth.push(count) - 1;
  const byProvince = new Map<string, number[]>();
  for (const [district, members] of groups(assessed, (commune) => commune.district)) {
    const atoms = Array.from({ length: ATOMS }, (_, atom) =>
      add(members.reduce((sum, member) => sum + (assessed[member]?.atoms[atom] ?? 0), 0)),
    );
    const { province = 0 } = assessed[members[0] ?? 0] ?? {};
    for (const [atom, position] of atoms.entries()) push(byProvince, `${province} ${atom}`, position);
    for (let sexAge = 0; sexAge < SEXES * AGES; sexAge += 1) {
      cells.push({
        key: `district ${district} sex-age ${sexAge}`,
        counts: atoms.filter((_, atom) => Math.floor(atom / CATEGORIES) === sexAge),
        weight: WEIGHTS.district,
      });
    }
    for (let category = 0; category < CATEGORIES; category += 1) {
      cells.push({
        key: `district ${district} category ${category}`,
        counts: atoms.filter((_, atom) => atom % CATEGORIES === category),
        weight: WEIGHTS.district,
      });
    }
    for (let sex = 0; sex < SEXES; sex += 1) {
      const isSex = (atom: number) => Math.floor(atom / (AGES * CATEGORIES)) === sex;
      const counts = members.map((member) =>
        add((assessed[member]?.atoms ?? []).reduce((sum, count, atom) => sum + (isSex(atom) ? count : 0), 0)),
      );
      for (const [index, position] of counts.entries()) cells.push({ key: `commune ${members[index]} sex ${sex}`, counts: [position] });
      relations.push({ kind: 'equal', counts, others: atoms.filter((_, atom) => isSex(atom)) });
    }
  }
  for (const [key, counts] of byProvince) cells.push({ key: `province ${key}`, counts, weight: WEIGHTS.province });
  if (hasCountry) {
    for (let atom = 0; atom < ATOMS; atom += 1) {
      const counts = [...byProvince].filter(([key]) => Number(key.split(' ')[1]) === atom).flatMap(([, positions]) => positions);
      cells.push({ key: `country ${atom}`, counts, weight: WEIGHTS.country });
    }
  }
  return { counts: truth.length, cells, relations, truth };
}

export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function groups(communes: readonly InventedCommune[], of: (commune: InventedCommune) => number): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const [index, commune] of communes.entries()) push(found, of(commune), index);
  return found;
}

function push<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
