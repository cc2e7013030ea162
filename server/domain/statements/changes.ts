import type { Changes, Preview } from '../../contracts/import.ts';
import { type Observation, observationKey } from './statement.ts';

/** Cells of a record by the key of their column. */
export type StatedCells = Readonly<Record<string, string | number | null>>;

/** The numbers that hold for a place and period, each as its key and value. */
export type StatedPlace = {
  edition: string;
  pcode: string;
  period: string;
  numbers: readonly string[];
  /** Of a record: what it says, and what holds where no record speaks. */
  cells?: StatedCells;
  beneath?: StatedCells;
};

/** An observation as a line: `high-risk-children all all all 12`. */
export function numberLine(observation: Observation): string {
  return `${observationKey(observation)} ${observation.value}`;
}

export type Compared = { changes: Changes; preview: Preview };

/**
 * What changes where `after` takes the place of `before`: both about one subject, each place and period once.
 * @example one commune with 7 before and 9 after, another with 2 only after: 1 changed, 1 added
 */
export function compareNumbers(before: readonly StatedPlace[], after: readonly StatedPlace[]): Compared {
  const [known, coming] = [byKey(before), byKey(after)];
  const keys = [...new Set([...known.keys(), ...coming.keys()])].toSorted();
  const changes: Changes = { added: 0, changed: 0, unchanged: 0, withdrawn: 0 };
  const places: Preview['places'] = [];
  for (const key of keys) {
    const [from, to] = [known.get(key), coming.get(key)];
    const kind = kindOf(from, to);
    changes[kind] += 1;
    const { pcode = '', period = '' } = to ?? from ?? {};
    if (kind === 'unchanged') continue;
    const fields = fieldsOf(from, to);
    places.push({ pcode, period, kind, from: headline(from), to: headline(to), ...(fields.length === 0 ? {} : { fields }) });
  }
  return { changes, preview: { places, provinces: provincesOf(before, after), warnings: places.flatMap(warningsOf) } };
}

function byKey(places: readonly StatedPlace[]): Map<string, StatedPlace> {
  return new Map(places.map((place) => [`${place.edition} ${place.pcode} ${place.period}`, place]));
}

function kindOf(from: StatedPlace | undefined, to: StatedPlace | undefined): keyof Changes {
  if (from === undefined) return 'added';
  if (to === undefined) return 'withdrawn';
  const [one, other] = [from.numbers.toSorted(), to.numbers.toSorted()];
  return one.length === other.length && one.every((line, index) => line === other[index]) ? 'unchanged' : 'changed';
}

/** The cells that differ, where it is known what held before and what will hold. */
function fieldsOf(from: StatedPlace | undefined, to: StatedPlace | undefined): NonNullable<Preview['places'][number]['fields']> {
  const [before, after] = [from?.cells ?? to?.beneath, to?.cells ?? from?.beneath];
  if (before === undefined || after === undefined) return [];
  return Object.keys({ ...before, ...after }).flatMap((column) => {
    const [was, is] = [before[column] ?? null, after[column] ?? null];
    return was === is ? [] : [{ column, from: was, to: is }];
  });
}

/** The number a place is known by: the one that is not split, else all children of a population. */
function headline(place: StatedPlace | undefined): number | null {
  const lines = place?.numbers ?? [];
  const line =
    lines.find((candidate) => candidate.includes(' all all all ')) ?? lines.find((candidate) => candidate.startsWith('children all 0-17 '));
  return line === undefined ? null : Number(line.slice(line.lastIndexOf(' ') + 1));
}

function provincesOf(before: readonly StatedPlace[], after: readonly StatedPlace[]): Preview['provinces'] {
  const codes = [...new Set([...before, ...after].map(({ pcode }) => pcode.slice(0, 2)))].toSorted();
  const total = (places: readonly StatedPlace[], code: string) => {
    const numbers = places.filter(({ pcode }) => pcode.startsWith(code)).flatMap((place) => headline(place) ?? []);
    return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0);
  };
  const totals = codes.map((pcode) => ({ pcode, from: total(before, pcode), to: total(after, pcode) }));
  return totals.filter(({ from, to }) => from !== null || to !== null);
}

/** A number that grows or falls to more than so many times, or to less than that part, is asked about. */
const JUMP = 3;

function warningsOf({ pcode, period, from, to, kind }: Preview['places'][number]): Preview['warnings'] {
  if (kind === 'withdrawn') return [{ pcode, period, warning: 'no-longer-stated' }];
  if (from === null || to === null || from === to) return [];
  const isJump = Math.max(from, to) > JUMP * Math.min(from, to);
  return isJump ? [{ pcode, period, warning: 'jump' }] : [];
}
