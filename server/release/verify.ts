import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GapList } from '../contracts/gap.ts';
import { Certificate, ReleasedRegister, ReleasedTable, ReleaseManifest } from '../contracts/release.ts';
import { toPlaceValues, ValueColumns } from '../contracts/values.ts';

/** What an auditor sees in a folder: how many cells are shown and withheld, or the first reason not to trust it. */
export type Verdict = { shown: number; withheld: number } | { refused: string };

/** A cell as the files state it: the counts that add up to it, and its value where it is shown. */
type StatedCell = { column: number; place: number; counts: readonly number[]; value: number | undefined };
type Stated = {
  counts: number;
  cells: StatedCell[];
  relations: { isEqual: boolean; counts: readonly number[]; others: readonly number[] }[];
};

class Refused extends Error {}

/**
 * Checks a release by whole-number addition alone, without a solver and without the program that made it: every file is
 * the one the manifest names, and of every withheld cell the certificate shows two tables that agree with every shown
 * cell, lie a threshold apart in it and reach it.
 */
export async function verifyRelease(folder: string): Promise<Verdict> {
  try {
    const manifest = ReleaseManifest.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
    const texts = new Map<string, string>();
    for (const { name, kind, sha256, bytes } of manifest.files) {
      const content = await readFile(join(folder, name));
      if (content.length !== bytes || createHash('sha256').update(content).digest('hex') !== sha256)
        throw new Refused(`${name} has been altered`);
      texts.set(kind, content.toString('utf8'));
    }
    const known = new Set(['manifest.json', ...manifest.files.map(({ name }) => name)]);
    const stranger = (await readdir(folder)).find((name) => !known.has(name));
    if (stranger !== undefined) throw new Refused(`${stranger} is not in the manifest`);
    const read = (kind: string): unknown => {
      const text = texts.get(kind);
      if (text === undefined) throw new Refused(`there is no ${kind}`);
      return JSON.parse(text);
    };
    const children = ReleasedTable.parse(read('children'));
    const register = ReleasedRegister.parse(read('registers'));
    const checked = [
      checkTable(statedChildren(children), Certificate.parse(read('certificate-children')), children.threshold),
      checkTable(statedRegister(register), Certificate.parse(read('certificate-registers')), register.threshold),
    ];
    checkDerived(children, texts);
    const total = (part: 'shown' | 'withheld') => checked.reduce((sum, table) => sum + table[part], 0);
    return { shown: total('shown'), withheld: total('withheld') };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

/** Values, shares and gaps show no number that the table does not: each of theirs is one of its place and level. */
function checkDerived({ columns, places }: ReleasedTable, texts: ReadonlyMap<string, string>): void {
  const shownOf = (level: string): Map<string, Set<number>> => {
    const shown = new Map<string, Set<number>>();
    for (const column of columns.filter((each) => each.level === level && each.sex === 'all' && each.ageBand === 'all')) {
      if (column.factor !== 'all' && column.factor !== 'rated') continue;
      let next = 0;
      for (const [place, letter] of Array.from(column.states).entries()) {
        if (letter !== 'v') continue;
        const pcode = places[level as keyof typeof places]?.[place] ?? '';
        shown.set(pcode, (shown.get(pcode) ?? new Set()).add(column.values[next++] ?? Number.NaN));
      }
    }
    return shown;
  };
  for (const [kind, text] of texts) {
    if (kind === 'gaps') {
      const communes = shownOf('commune');
      for (const { pcode, children } of GapList.parse(JSON.parse(text)).gaps) {
        if (!communes.get(pcode)?.has(children)) throw new Refused(`the gap list shows a number of ${pcode} that is withheld`);
      }
    }
    if (!kind.startsWith('values-')) continue;
    const { level, indicator, ...packed } = ValueColumns.parse(JSON.parse(text));
    const shown = shownOf(level);
    for (const [place, value] of toPlaceValues(packed).entries()) {
      const pcode = places[level][place] ?? '';
      const number =
        value.state === 'value' ? (value.numerator ?? value.value) : value.state === 'no-denominator' ? value.numerator : undefined;
      if (value.state === 'zero' || (number !== undefined && !shown.get(pcode)?.has(number))) {
        throw new Refused(`${indicator} shows a number of ${pcode} that is withheld`);
      }
    }
  }
}

function checkTable({ counts, cells, relations }: Stated, certificate: Certificate, threshold: number) {
  const { base, witnesses } = certificate;
  if (certificate.threshold !== threshold) throw new Refused('the certificate is for another threshold');
  if (base.length !== counts) throw new Refused('the certificate does not fit the table');
  for (const { value, counts: parts, ...cell } of cells) {
    if (value !== undefined && sum(parts, base) !== value) throw new Refused(`the base table disagrees with ${nameOf(cell)}`);
  }
  const cellsOf: number[][] = Array.from({ length: counts }, () => []);
  for (const [index, cell] of cells.entries()) for (const position of cell.counts) cellsOf[position]?.push(index);
  const checkTableOf = (changes: readonly number[]): Map<number, number> => {
    const changed = new Map<number, number>();
    for (let index = 0; index < changes.length; index += 2) {
      const [position = -1, change = 0] = [changes[index], changes[index + 1]];
      changed.set(position, (changed.get(position) ?? base[position] ?? Number.NaN) + change);
    }
    const cellChanges = new Map<number, number>();
    for (const [position, count] of changed) {
      if (!(count >= 0)) throw new Refused('a witness has a negative count');
      const by = count - (base[position] ?? 0);
      for (const cell of cellsOf[position] ?? []) cellChanges.set(cell, (cellChanges.get(cell) ?? 0) + by);
    }
    for (const [index, by] of cellChanges) {
      const cell = cells[index];
      if (by !== 0 && cell?.value !== undefined) throw new Refused(`a witness disagrees with ${nameOf(cell)}`);
    }
    const at = (position: number) => changed.get(position) ?? base[position] ?? Number.NaN;
    for (const { isEqual, counts: left, others } of relations) {
      const [first, second] = [total(left, at), total(others, at)];
      if (isEqual ? first !== second : first > second) throw new Refused('a witness breaks what is known of two sums');
    }
    return cellChanges;
  };
  checkTableOf([]);
  const proven = new Map(witnesses.map(([column, place, low, high]) => [`${column} ${place}`, { low, high }]));
  let withheld = 0;
  for (const [index, cell] of cells.entries()) {
    if (cell.value !== undefined) continue;
    withheld += 1;
    const witness = proven.get(`${cell.column} ${cell.place}`);
    if (witness === undefined) throw new Refused(`nothing proves that ${nameOf(cell)} is safe`);
    const [low, high] = [witness.low, witness.high].map((changes) => sum(cell.counts, base) + (checkTableOf(changes).get(index) ?? 0));
    if ((high ?? 0) - (low ?? 0) < threshold || (high ?? 0) < threshold)
      throw new Refused(`the witnesses of ${nameOf(cell)} lie too close`);
  }
  return { shown: cells.length - withheld, withheld };
}

/** The counts behind the table, read from the codes of its places alone. */
function statedChildren({ places, ageBands, factors, isPartlyStated, rated, columns }: ReleasedTable): Stated {
  const total = columns.find(({ level, sex, factor }) => level === 'commune' && sex === 'all' && factor === 'all');
  const assessed = places.commune.filter((_, place) => (total?.states[place] ?? 'n') !== 'n');
  const parts: { place: string; part: string; isSummed: boolean }[] = [];
  const relations: Stated['relations'] = [];
  const add = (place: string, part: string, isSummed: boolean) => parts.push({ place, part, isSummed }) - 1;
  for (const [district, members] of Map.groupBy(assessed, (pcode) => pcode.slice(0, 4))) {
    const everybody: number[] = [];
    for (const sex of ['female', 'male']) {
      const others = members.map((pcode) => add(pcode, sex, true));
      relations.push({ isEqual: true, counts: ageBands.map((age) => add(district, `${sex} ${age}`, false)), others });
      everybody.push(...others);
    }
    for (const pcode of members) if (isPartlyStated) everybody.push(add(pcode, '', true));
    for (const factor of factors) relations.push({ isEqual: false, counts: [add(district, `factor ${factor}`, false)], others: everybody });
  }
  const isRated = new Set(rated);
  const belongs = (count: (typeof parts)[number], part: string) => {
    if (part === 'all') return count.isSummed;
    return part === 'rated' ? count.isSummed && isRated.has(count.place) : count.part === part;
  };
  const cells = columns.flatMap(({ level, sex, ageBand, factor, states, values }, column) => {
    const part = factor === 'rated' ? factor : factor !== 'all' ? `factor ${factor}` : ageBand !== 'all' ? `${sex} ${ageBand}` : sex;
    const listed = level === 'country' ? [''] : places[level];
    if (states.length !== listed.length || values.length !== states.replaceAll(/[^v]/g, '').length)
      throw new Refused('a column does not fit its places');
    let next = 0;
    return listed.flatMap((pcode, place): StatedCell[] => {
      const counts = parts.flatMap((count, position) => (count.place.startsWith(pcode) && belongs(count, part) ? [position] : []));
      if (states[place] === 'n') {
        if (counts.length > 0) throw new Refused('an assessed place is said not to be');
        return [];
      }
      return [{ column, place, counts, value: states[place] === 'v' ? values[next++] : undefined }];
    });
  });
  return { counts: parts.length, cells, relations };
}

function statedRegister({ provinces, measures }: ReleasedRegister): Stated {
  const cells = measures.flatMap(({ country, states, values }, column): StatedCell[] => {
    if (states.length !== provinces.length) throw new Refused('a register does not fit its provinces');
    const position = (place: number) => column * provinces.length + place;
    let next = 0;
    const rows = provinces.map((_, place) => ({
      column,
      place,
      counts: [position(place)],
      value: states[place] === 'v' ? values[next++] : undefined,
    }));
    return [
      ...rows,
      { column, place: provinces.length, counts: provinces.map((_, place) => position(place)), value: country ?? undefined },
    ];
  });
  return { counts: measures.length * provinces.length, cells, relations: [] };
}

function sum(positions: readonly number[], table: readonly number[]): number {
  return total(positions, (position) => table[position] ?? Number.NaN);
}

function total(positions: readonly number[], at: (position: number) => number): number {
  return positions.reduce((added, position) => added + at(position), 0);
}

function nameOf({ column, place }: { column: number; place: number }): string {
  return `column ${column}, place ${place}`;
}
