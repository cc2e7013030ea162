import { attack } from '../../server/domain/disclosure/attack.ts';
import { protectTable } from '../../server/domain/disclosure/protect.ts';
import { suppress } from '../../server/domain/disclosure/suppress.ts';
import { detailed, inventCountry, totalsOnly } from '../../test/support/released-country.ts';
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
  const everywhere = totalsOnly(country.map((commune) => ({ ...commune, isAssessed: true })));
  const totals = suppress(everywhere, { threshold: 5 });
  const secondary = totals.withheld.filter(Boolean).length - totals.sensitive.length;
  const ratios = Array.from({ length: tables }, (_, seed) => {
    const table = smallTable(1000 + seed, SHAPES[seed % SHAPES.length] ?? [4, 4]);
    const { withheld, sensitive } = suppress(table, { threshold: 5 });
    const fewest = fewestSecondary(table, 5);
    return fewest === 0 ? 1 : (withheld.filter(Boolean).length - sensitive.length) / fewest;
  });
  const begun = performance.now();
  const table = detailed(country, true);
  const { published, witnesses } = protectTable(table, { threshold: 10 });
  const seconds = (performance.now() - begun) / 1000;
  const narrow = attack({ ...table, published }).filter(({ least, most }) => most - least < 10 || most < 10);
  return [
    report({ what: 'Cells withheld beside the sensitive ones, totals of all communes, k = 5', measured: secondary, unit: 'x', limit: 216 }),
    report({
      what: `The same beside the fewest possible, median of ${tables} small tables`,
      measured: median(ratios),
      unit: 'x',
      limit: 1.25,
    }),
    report({ what: 'Protecting and proving a whole country, k = 10', measured: seconds, unit: 's', limit: 900 }),
    report({ what: 'Cells of it without proof', measured: witnesses.unproven.length, unit: 'x', limit: 0 }),
    report({ what: 'Cells of it that an attacker knows more closely than k', measured: narrow.length, unit: 'x', limit: 0 }),
  ];
}
