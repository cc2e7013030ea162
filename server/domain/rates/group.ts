import type { Pcode } from '../../contracts/pcode.ts';

/**
 * What is known of the communes of each place, in the order of the places, which are all of one level. A place of
 * which nothing is known gets an empty list.
 * @example groupByPlace(['0101', '0102'], new Map([['010101', 'a'], ['010103', 'b']])) // [['a', 'b'], []]
 */
export function groupByPlace<Known>(places: readonly Pcode[], byCommune: ReadonlyMap<Pcode, Known>): Known[][] {
  const digits = places[0]?.length ?? 0;
  const groups = new Map<string, Known[]>(places.map((pcode) => [pcode, []]));
  for (const [commune, known] of byCommune) groups.get(commune.slice(0, digits))?.push(known);
  return places.map((pcode) => groups.get(pcode) ?? []);
}
