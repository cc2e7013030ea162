import type { DistrictFact } from '../../data/facts/districts.ts';
import type { ProvinceFact } from '../../data/facts/provinces.ts';
import { at } from './plane.ts';
import { randomOf } from './random.ts';

const FEWEST = 2;
const MOST = 20;

/** How many communes each district has: together as many as the gazetteer counts in its province, 1,652 in all. */
export function communesByDistrict(provinces: readonly ProvinceFact[], districts: readonly DistrictFact[]): Map<string, number> {
  return new Map(
    provinces.flatMap(({ code, communes }) => {
      const own = districts.filter((district) => district.code.startsWith(code));
      const random = randomOf(`communes ${code}`);
      const weights = own.map(() => Math.exp(0.4 * random.normal()));
      const numbers = own.map(() => FEWEST);
      for (let given = FEWEST * own.length; given < communes; given += 1) {
        const hungriest = numbers.reduce(
          (best, number, index) => (number < MOST && at(weights, index) / number > at(weights, best) / at(numbers, best) ? index : best),
          0,
        );
        numbers[hungriest] = at(numbers, hungriest) + 1;
      }
      return own.map((district, index) => [district.code, at(numbers, index)] as const);
    }),
  );
}
