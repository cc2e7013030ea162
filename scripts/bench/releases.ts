import { attack } from '../../server/domain/disclosure/attack.ts';
import { protectTable } from '../../server/domain/disclosure/protect.ts';
import { suppress } from '../../server/domain/disclosure/suppress.ts';
import { cellValues, type ExactTable } from '../../server/domain/disclosure/table.ts';
import { detailed, type InventedCommune, inventCountry, totalsOnly } from '../../test/support/released-country.ts';
import { fewestSecondary, smallTable } from '../../test/support/small-tables.ts';
import { median, report } from './measure.ts';

const SHAPES = [
  [4, 4],
  [5, 4],
  [3, 3, 2],
  [4, 3, 2],
  [6, 3],
] as const;

/** Measures the protection of releases on an invented country of Cambodia's size; returns which limits are kept. */
export function benchReleases(tables = 40): boolean[] {
  console.log('Protected releases');
  const country = inventCountry(1);
  const everywhere = country.map((commune) => ({ ...commune, isAssessed: true }));
  const table = detailed(country, true);
  const begun = performance.now();
  const { published, witnesses } = protectTable(table, { threshold: 10 });
  const seconds = (performance.now() - begun) / 1000;
  const kept = [
    report({ what: 'Protecting and proving a whole country, k = 10', measured: seconds, unit: 's', limit: 900 }),
    report({ what: 'Cells of it without proof', measured: witnesses.unproven.length, unit: 'x', limit: 0 }),
  ];
  const narrow = attack({ ...table, published }).filter(({ least, most }) => most - least < 10 || most < 10);
  kept.push(
    report({ what: 'Cells of it that an attacker knows more closely than k', measured: narrow.length, unit: 'x', limit: 0 }),
    report({
      what: 'Cells withheld beside the sensitive, all communes, k = 5',
      measured: secondaryOf(totalsOnly(everywhere)),
      unit: 'x',
      limit: 216,
    }),
    report({
      what: `Of ${ADDITIONS} additions of 1-3, computed from two releases each safe alone`,
      measured: additionsRecovered(totalsOnly(country), totalsOnly(withAdditions(country))),
      unit: 'x',
    }),
  );
  const ratios = Array.from({ length: tables }, (_, seed) => {
    const small = smallTable(1000 + seed, SHAPES[seed % SHAPES.length] ?? [4, 4]);
    const fewest = fewestSecondary(small, 5);
    return fewest === 0 ? 1 : secondaryOf(small) / fewest;
  });
  const what = `Beside the fewest possible, median of ${tables} small tables`;
  return [...kept, report({ what, measured: median(ratios), unit: 'x', limit: 1.25 })];
}

function secondaryOf(table: ExactTable): number {
  const { withheld, sensitive } = suppress(table, { threshold: 5 });
  return withheld.filter(Boolean).length - sensitive.length;
}

const ADDITIONS = 86;

/** The same country later: 86 assessed communes have one to three children more. */
function withAdditions(communes: readonly InventedCommune[]): InventedCommune[] {
  const assessed = communes.filter(({ isAssessed }) => isAssessed);
  const every = Math.floor(assessed.length / ADDITIONS);
  const added = new Map(
    assessed
      .filter((_, index) => index % every === 0)
      .slice(0, ADDITIONS)
      .map((commune, index) => [commune, 1 + (index % 3)]),
  );
  return communes.map((commune) => ({
    ...commune,
    atoms: commune.atoms.map((count, atom) => count + (atom === 0 ? (added.get(commune) ?? 0) : 0)),
  }));
}

/** How many of the communes that gained children give their gain away to whoever has both releases: why such a correction waits. */
function additionsRecovered(before: ExactTable, after: ExactTable): number {
  const { counts } = before;
  const published = (table: ExactTable) => {
    const { withheld } = suppress(table, { threshold: 5 });
    return cellValues(table, table.truth).map((value, cell) => (withheld[cell] ? undefined : value));
  };
  const shown = [...published(before), ...published(after)];
  const both = [
    ...before.cells,
    ...after.cells.map((cell) => ({ ...cell, counts: [...cell.counts, ...cell.counts.map((position) => counts + position)] })),
  ];
  const gains = after.truth.flatMap((count, position) =>
    count > (before.truth[position] ?? 0) ? [{ key: `gain ${position}`, counts: [counts + position] }] : [],
  );
  const known = both.flatMap((cell, index) => (shown[index] === undefined ? [] : [{ cell, value: shown[index] }]));
  const joint = {
    counts: 2 * counts,
    cells: [...known.map(({ cell }) => cell), ...gains],
    relations: [],
    published: [...known.map(({ value }) => value), ...gains.map(() => undefined)],
  };
  return attack(joint).filter(({ least, most }) => least === most).length;
}
