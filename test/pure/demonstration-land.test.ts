import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CROSSINGS } from '../../data/facts/crossings.ts';
import { DISTRICTS } from '../../data/facts/districts.ts';
import { PROVINCES } from '../../data/facts/provinces.ts';
import { communesByDistrict } from '../../server/demonstration/communes.ts';
import { drawDemonstration, toEdition } from '../../server/demonstration/edition.ts';
import { isInside, toPlane, toShapes } from '../../server/demonstration/plane.ts';
import { randomOf } from '../../server/demonstration/random.ts';

const GAZETTEER = new URL('../../../shared/cambodia/gazetteer/gazetteer-2025-09-14.csv', import.meta.url);

const geometry = await drawDemonstration();
const edition = toEdition(geometry);
const communes = edition.places.filter(({ pcode }) => pcode.length === 6);

describe('the land of the demonstration', () => {
  it('has the 25 provinces, 210 districts and 1,652 communes of the gazetteer, each under its parent', () => {
    const pcodes = new Set(edition.places.map(({ pcode }) => pcode));
    const byLevel = [2, 4, 6].map((digits) => edition.places.filter(({ pcode }) => pcode.length === digits).length);
    expect(byLevel).toEqual([25, 210, 1652]);
    expect(pcodes.size).toBe(edition.places.length);
    expect(
      communes.filter(({ pcode }) => !/^\d{6}$/.test(pcode) || !pcodes.has(pcode.slice(0, 4)) || !pcodes.has(pcode.slice(0, 2))),
    ).toEqual([]);
  });

  it('gives each district 2 to 20 communes, as many in a province as it really has', () => {
    const numbers = communesByDistrict(PROVINCES, DISTRICTS);
    expect(Math.min(...numbers.values())).toBeGreaterThanOrEqual(2);
    expect(Math.max(...numbers.values())).toBeLessThanOrEqual(20);
    for (const { code, communes: number } of PROVINCES) {
      expect(communes.filter(({ pcode }) => pcode.startsWith(code)).length).toBe(number);
    }
  });

  it('says of every commune, in both languages, that it is invented', () => {
    expect(communes.filter(({ pcode, nameEn }) => nameEn !== `Demo commune ${pcode}`)).toEqual([]);
    expect(communes.filter(({ pcode, nameKm }) => nameKm !== `ឃុំសាកល្បង ${pcode}`)).toEqual([]);
  });

  it('gives no commune the name of a real one', (context) => {
    if (!existsSync(GAZETTEER)) {
      if (process.env['CI']) throw new Error(`the gazetteer is missing: ${GAZETTEER.pathname}`);
      return context.skip('the real gazetteer is not on this machine');
    }
    const real = new Set(
      readFileSync(GAZETTEER, 'utf8')
        .split(/[\n,]/)
        .map((cell) => cell.trim().toLowerCase()),
    );
    expect(communes.filter(({ nameEn, nameKm }) => real.has(nameEn.toLowerCase()) || real.has(nameKm))).toEqual([]);
  });

  it('puts every crossing in its own province', () => {
    for (const { id, province, lng, lat } of CROSSINGS) {
      const holder = [...geometry.communes].find(([, polygon]) => isInside(toPlane(lng, lat), toShapes(polygon)));
      expect([id, holder?.[0].slice(0, 2)]).toEqual([id, province]);
    }
  });

  it('leaves a few communes without a polygon, and their land on the map', () => {
    const without = communes.filter((commune) => commune.geometry === null).map(({ pcode }) => pcode);
    expect(without).toHaveLength(14);
    const land = edition.areasWithoutPlace.filter(({ reason }) => reason === 'no-current-commune').map(({ sourceCode }) => sourceCode);
    expect(land.toSorted()).toEqual(without.toSorted());
    expect(edition.areasWithoutPlace.filter(({ reason }) => reason === 'lake')).toHaveLength(1);
  });

  it('is the same to the last digit when it is drawn again', async () => {
    expect(JSON.stringify([...(await drawDemonstration()).communes])).toBe(JSON.stringify([...geometry.communes]));
  });
});

describe('a seeded stream of numbers', () => {
  it('repeats itself for the same seed and differs for another', () => {
    const take = (seed: string) => Array.from({ length: 5 }, randomOf(seed).next);
    expect(take('a')).toEqual(take('a'));
    expect(take('a')).not.toEqual(take('b'));
  });

  it('counts rare things around their mean', () => {
    const random = randomOf('mean');
    for (const mean of [0.5, 6, 80]) {
      const counts = Array.from({ length: 4000 }, () => random.count(mean));
      expect(counts.reduce((sum, count) => sum + count, 0) / counts.length / mean).toBeCloseTo(1, 1);
    }
  });
});
