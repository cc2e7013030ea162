import type { Repair } from '../contracts/import.ts';
import type { Pcode } from '../contracts/pcode.ts';
import { type RowIssue, rowIssue } from '../contracts/row-issues.ts';
import { cellText } from '../datasets/cell-readers.ts';
import type { Cells } from '../datasets/dataset.ts';
import { cleanText } from '../domain/places/clean-text.ts';
import { readableText } from '../domain/places/readable-text.ts';
import { toSearchText } from '../domain/places/search-text.ts';
import { withoutTypeWord } from '../domain/places/type-words.ts';
import type { CommunesNamed, NamesAsked } from '../queries/communes-named.ts';

/** Finds the communes of names, in their order. */
export type NameFinder = (asked: readonly NamesAsked[]) => Promise<CommunesNamed[]>;
/** The commune a row's names stand for, or why they stand for none. */
export type FoundByName = ({ pcode: Pcode; repair: Repair } | { issue: RowIssue }) & {
  /** The communes the name may mean, where they are several. */
  among?: readonly Pcode[];
};

/** So many communes of one name are listed; the rest is counted. */
const MOST_LISTED = 6;

/**
 * For rows without a code, the commune their names stand for: the only one called so within the district and province
 * stated, or, where a district is stated, the only one that sounds so. Between several it is never guessed: `meantAmong`
 * knows which one whoever imports means.
 */
export async function findByNames(
  rows: readonly Cells[],
  find: NameFinder,
  meantAmong: (among: readonly Pcode[]) => Pcode | undefined,
): Promise<(FoundByName | undefined)[]> {
  const asked = rows.map((cells) => toNames(cells, withoutTypeWord));
  const found = await findAll(asked, find);
  // Some names begin with what looks like the word for a place: Phum Thmei is a commune.
  const whole = rows.map((cells, index) => (isFound(found[index]) ? undefined : toNames(cells, (name) => name)));
  const again = await findAll(whole, find);
  return asked.map((names, index) => (names === undefined ? undefined : choose(names, again[index] ?? found[index], meantAmong)));
}

/** Asks for all names at once; undefined where none is asked. */
async function findAll(asked: readonly (NamesAsked | undefined)[], find: NameFinder): Promise<(CommunesNamed | undefined)[]> {
  const wanted = asked.flatMap((names) => (names === undefined ? [] : [names]));
  const found = (wanted.length === 0 ? [] : await find(wanted))[Symbol.iterator]();
  return asked.map((names): CommunesNamed | undefined => (names === undefined ? undefined : found.next().value));
}

function isFound(found: CommunesNamed | undefined): boolean {
  return found !== undefined && found.exact.length + found.alike.length > 0;
}

function toNames(cells: Cells, read: (name: string) => string): NamesAsked | undefined {
  const commune = toSearchText(read(nameIn(cells['place-name'])));
  if (cellText(cells['pcode']) !== null || commune === '') return undefined;
  const aroundOf = (key: string) => toSearchText(withoutTypeWord(nameIn(cells[key])));
  return { province: aroundOf('province-name'), district: aroundOf('district-name'), commune };
}

/** A name as it stands: digits stay Khmer, as they are part of some names. */
function nameIn(cell: unknown): string {
  return typeof cell === 'string' ? cleanText(readableText(cell)) : '';
}

/** The reason names codes of the gazetteer, and nothing that stood in the table. */
function choose(
  { district }: NamesAsked,
  { exact, alike }: CommunesNamed = { exact: [], alike: [] },
  meantAmong: (among: readonly Pcode[]) => Pcode | undefined,
): FoundByName {
  const candidates = exact.length > 0 ? exact : alike;
  const [only, ...others] = candidates;
  if (only === undefined) return { issue: rowIssue(district === '' ? 'no-such-name' : 'no-such-name-in-district', {}, 'pcode') };
  if (others.length === 0) return { pcode: only, repair: exact.length > 0 ? 'found-by-name' : 'found-by-similar-name' };
  const meant = meantAmong(candidates);
  if (meant !== undefined) return { pcode: meant, repair: 'found-by-choice', among: candidates };
  const codes = candidates.slice(0, MOST_LISTED).join(', ') + (candidates.length > MOST_LISTED ? ', …' : '');
  const values = { count: candidates.length, codes };
  return { issue: rowIssue(district === '' ? 'several-of-name' : 'several-of-name-in-district', values, 'pcode'), among: candidates };
}
