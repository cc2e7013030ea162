import { openPublished } from './attack.ts';
import { suppress } from './suppress.ts';
import { at, cellValues, type PublishedTable } from './table.ts';
import type { Changes, Witnesses } from './witnesses.ts';

/** What somebody who knows the rule can still tell: of tables drawn, those from which the rule makes the same release. */
export type Redrawn = {
  drawn: number;
  /** Tables of which the same cells are withheld: the true one may be any of them. */
  same: number;
  /** Withheld cells that vary by less than the threshold over these tables. */
  narrow: number;
};

export type RedrawOptions = { threshold: number; draws: number; progress?: (share: number) => void };

/** Steps away from each drawn corner, so that tables inside are drawn, too. */
const STEPS = 6;
const LONGEST_STEP = 3;

/**
 * The rule by which numbers are withheld is public, so whoever reads a release can try it on every table that agrees with
 * what is published, and drop those from which it would withhold other cells. This draws tables (corners of what is
 * possible, and whole steps from them along the witnesses' changes), tries the rule on each, and says how far each
 * withheld cell still varies. Reads what is published and its proof; the same each time.
 */
export function redraw(table: PublishedTable, { base, witnesses }: Pick<Witnesses, 'base' | 'witnesses'>, options: RedrawOptions): Redrawn {
  const { threshold, draws, progress = () => {} } = options;
  const withheld = table.cells.flatMap((_, cell) => (table.published[cell] === undefined ? [cell] : []));
  const ranges = new Map<number, readonly [least: number, most: number]>();
  const random = seeded(draws);
  const paths = witnesses.flatMap(({ low, high }) => [low, high]).filter((changes) => changes.length > 0);
  const program = openPublished(table);
  let same = 0;
  try {
    for (let draw = 0; draw < draws; draw += 1) {
      progress(draw / draws);
      for (let position = 0; position < table.counts; position += 1) program.cost(position, random() - 0.5);
      const corner = program.minimise('last');
      const isWhole = corner?.every((count) => Math.abs(count - Math.round(count)) < 1e-6) ?? false;
      const truth = stepAway(corner === undefined || !isWhole ? [...base] : Array.from(corner, Math.round), paths, random);
      const again = suppress({ counts: table.counts, cells: table.cells, relations: table.relations, truth }, { threshold });
      if (again.withheld.some((isWithheld, cell) => isWithheld !== (table.published[cell] === undefined))) continue;
      same += 1;
      const values = cellValues(table, truth);
      for (const cell of withheld) {
        const [value, known] = [at(values, cell), ranges.get(cell)];
        ranges.set(cell, [Math.min(value, known?.[0] ?? value), Math.max(value, known?.[1] ?? value)]);
      }
    }
  } finally {
    program.close();
  }
  const narrow = withheld.filter((cell) => {
    const [least, most] = ranges.get(cell) ?? [0, 0];
    return most - least < threshold;
  });
  return { drawn: draws, same, narrow: same === 0 ? withheld.length : narrow.length };
}

/** A table some whole steps away along the changes that witnesses are made of; steps that would leave a count negative are not taken. */
function stepAway(table: number[], paths: readonly Changes[], random: () => number): number[] {
  for (let step = 0; step < STEPS && paths.length > 0; step += 1) {
    const changes = paths[Math.floor(random() * paths.length)] ?? [];
    const unit = changes.reduce((divisor, [, change]) => greatestDivisor(divisor, Math.abs(change)), 0);
    const times = (random() < 0.5 ? -1 : 1) * (1 + Math.floor(random() * LONGEST_STEP));
    const taken = changes.map(([position, change]) => [position, (change / unit) * times] as const);
    if (taken.some(([position, change]) => at(table, position) + change < 0)) continue;
    for (const [position, change] of taken) table[position] = at(table, position) + change;
  }
  return table;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** Numbers from 0 to 1, the same for a seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
